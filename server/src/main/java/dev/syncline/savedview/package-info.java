/**
 * Views of the synchronization log under names: personal ones, and ones shared with all administrators; and the view the log opens with
 * for each of them. A view is the address of the list in the console, which only the console reads. Owns the tables {@code
 * saved_view} and {@code start_view}; calls nobody but the ground.
 */
@NullMarked
package dev.syncline.savedview;

import org.jspecify.annotations.NullMarked;
