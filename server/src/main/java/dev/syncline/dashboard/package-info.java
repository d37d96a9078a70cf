/**
 * The first page: how much is synchronized and how well, what waits and for how long, who still has access that was to be taken away, and
 * what needs a person. Its figures are kept in the background ({@code Counting}), set by set, by whichever server gets to it; the page reads
 * sums and nothing else. Owns {@code task_volume}, {@code unsettled_tasks} and {@code dashboard_count}; reads {@code task} and {@code
 * failure_group}, and writes to neither. Calls nobody but the ground.
 */
@NullMarked
package dev.syncline.dashboard;

import org.jspecify.annotations.NullMarked;
