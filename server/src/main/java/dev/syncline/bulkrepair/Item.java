package dev.syncline.bulkrepair;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of a bulk repair.
 *
 * @param claims how often the task had been claimed when it was planned; null when there was no such task
 * @param why why it was left alone; null when it was not
 * @param message the sentence of a refusal or of the new failure; null for none
 * @param at when the result came about; null while it waits
 */
record Item(int number, UUID taskId, Integer claims, Result result, @Nullable Why why, @Nullable String message, @Nullable Instant at) {

    Item became(Result result, @Nullable Why why, @Nullable String message, Instant at) {
        return new Item(number, taskId, claims, result, why, message, at);
    }
}
