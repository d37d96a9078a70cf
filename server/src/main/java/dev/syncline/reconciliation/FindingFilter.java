package dev.syncline.reconciliation;

import dev.syncline.connector.ObjectType;

/**
 * Which findings of a run.
 *
 * @param outcome null for any
 * @param text part of the name or the target's id, upper and lower case alike; null for any
 */
record FindingFilter(ObjectType objectType, Finding.Kind kind, Finding.Outcome outcome, String text) {}
