/** Every error a client can see: one enum of stable codes, one exception that carries a code and a sentence. Calls nobody. */
package dev.syncline.problem;
