package dev.syncline.bulkrepair;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.task.FailureKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tasks of a plan that have the same cause.
 *
 * @param failureKind null for tasks that have not failed
 * @param failureGroup null for tasks that never failed, and for the rarer ones
 * @param message what their messages have in common; null when there is none, or when they are various
 * @param various the rarer messages together
 */
record PlannedCause(UUID applicationId, String applicationName, Action action, ObjectType objectType, @Nullable FailureKind failureKind,
        UUID failureGroup, String message, boolean various, int tasks) {}
