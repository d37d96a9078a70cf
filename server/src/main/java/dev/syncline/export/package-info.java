/**
 * Lists as files: rows page by page, as CSV or JSON Lines, of which every reader can tell a whole one from one that was broken off. Knows
 * no domain word, owns no table; calls {@code web} and {@code problem}.
 */
@NullMarked
package dev.syncline.export;

import org.jspecify.annotations.NullMarked;
