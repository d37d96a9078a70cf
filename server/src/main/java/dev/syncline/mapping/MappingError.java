package dev.syncline.mapping;

/**
 * An expression that gave no value for a user.
 *
 * @param target the attribute at fault
 * @param message a sentence that names the attribute and what went wrong
 */
public record MappingError(String target, String message) {}
