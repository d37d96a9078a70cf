/**
 * What everything that goes on beside the requests has in common: threads, the lease by which one server works on a thing, and the look
 * for things whose server has stopped. Owns no table; calls nobody but the ground. Whoever has such work implements {@link
 * dev.syncline.background.LeasedWork}.
 */
@NullMarked
package dev.syncline.background;

import org.jspecify.annotations.NullMarked;
