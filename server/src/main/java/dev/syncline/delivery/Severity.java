package dev.syncline.delivery;

/** How urgent a message is. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
