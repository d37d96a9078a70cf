/** Every error a client can see: one enum of stable codes, one exception that carries a code and a sentence. Calls nobody. */
@NullMarked
package dev.syncline.problem;

import org.jspecify.annotations.NullMarked;
