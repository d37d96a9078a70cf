package dev.syncline.delivery;

import java.time.Instant;

/** One try. Without an end it is under way, or its server died: whether the message arrived is then not known. */
record Attempt(int number, Instant beganAt, Instant endedAt, String result) {}
