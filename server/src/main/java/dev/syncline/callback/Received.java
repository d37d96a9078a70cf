package dev.syncline.callback;

import org.jspecify.annotations.Nullable;

/**
 * What was made of a message, for the record and for who sent it.
 *
 * @param webhookId null when the message names none that can be trusted
 * @param answer null when there is none that counts
 * @param explanation a sentence; null when the verdict says it all
 */
record Received(Verdict verdict, @Nullable String webhookId, @Nullable Answer answer, @Nullable String explanation) {}
