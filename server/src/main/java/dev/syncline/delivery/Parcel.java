package dev.syncline.delivery;

import java.util.UUID;

/**
 * A message on its way.
 *
 * @param id of the delivery: the same whenever it is sent again
 */
record Parcel(UUID id, Language language, Message message) {}
