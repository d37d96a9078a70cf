/**
 * Doing it: claims due tasks, runs each on a virtual thread against its target, judges how it ended, and sweeps up what workers left
 * behind. Never calls a target inside a transaction. Owns the tables {@code runner} and {@code application_pause}. Calls the heart
 * (task, journal), application, account and presence.
 */
@NullMarked
package dev.syncline.runner;

import org.jspecify.annotations.NullMarked;
