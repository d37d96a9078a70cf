/**
 * Acts that need a second person: confirming a deletion, a bulk repair of many tasks, releasing what a safety stop holds. Where a rule asks
 * for it, the act becomes a proposal, which another person with the right approves or declines; then it is carried out as it was proposed.
 * The packages of the acts ask {@link dev.syncline.foureyes.FourEyes} and implement {@link dev.syncline.foureyes.ProposedAct}. Owns the tables
 * {@code four_eyes_rule} and {@code proposal}; calls only the ground.
 */
@NullMarked
package dev.syncline.foureyes;

import org.jspecify.annotations.NullMarked;
