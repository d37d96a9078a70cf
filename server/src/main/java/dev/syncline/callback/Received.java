package dev.syncline.callback;

/**
 * What was made of a message, for the record and for who sent it.
 *
 * @param webhookId null when the message names none that can be trusted
 * @param answer null when there is none that counts
 * @param explanation a sentence; null when the verdict says it all
 */
record Received(Verdict verdict, String webhookId, Answer answer, String explanation) {}
