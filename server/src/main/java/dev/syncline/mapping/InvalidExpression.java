package dev.syncline.mapping;

import org.jspecify.annotations.Nullable;

/** An expression that does not compile; the message says where and why, as the second half of a sentence. */
public final class InvalidExpression extends RuntimeException {
    InvalidExpression(@Nullable String message) {
        super(message);
    }
}
