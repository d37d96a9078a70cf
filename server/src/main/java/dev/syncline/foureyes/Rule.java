package dev.syncline.foureyes;

import java.util.UUID;

/**
 * Which acts need a second person.
 *
 * @param applicationId null for the usual rule
 * @param bulkRepairOver a bulk repair of more tasks than this; null for none
 * @param releaseHeld runs of the application's account policies; in the usual rule also those of compliance rules
 */
record Rule(UUID applicationId, boolean confirmDeletions, Integer bulkRepairOver, boolean releaseHeld, int version) {}
