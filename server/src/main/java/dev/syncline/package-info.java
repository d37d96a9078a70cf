/** The server: what starts it and welcomes who started it. One package for each feature; see ARCHITECTURE.md. */
@NullMarked
package dev.syncline;

import org.jspecify.annotations.NullMarked;
