package dev.syncline.mapping;

/** An expression that does not compile; the message says where and why, as the second half of a sentence. */
public final class InvalidExpression extends RuntimeException {
    InvalidExpression(String message) {
        super(message);
    }
}
