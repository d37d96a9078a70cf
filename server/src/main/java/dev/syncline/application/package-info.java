/**
 * The targets: how each is reached, what it is sent, and its limits. Connection secrets are sealed before they are stored and are
 * never readable back. Owns the table {@code application}. Calls {@code mapping}, {@code identity} (for previews) and {@code
 * secret}; {@link dev.syncline.application.Targets} is the door of those who speak to targets.
 */
@NullMarked
package dev.syncline.application;

import org.jspecify.annotations.NullMarked;
