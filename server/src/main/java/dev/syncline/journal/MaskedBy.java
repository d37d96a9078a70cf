package dev.syncline.journal;

import org.jspecify.annotations.Nullable;

/**
 * Why something in a message is masked.
 *
 * @param name the field as the message names it; null for a value that is masked wherever it stands
 */
public record MaskedBy(Rule rule, @Nullable String name) {

    public enum Rule {
        /** The field's name is secret in any protocol. */
        SECRET_NAME,
        /** The header is secret in any protocol. */
        SECRET_HEADER,
        /** The application's own rule names the attribute. */
        MASKED_ATTRIBUTE,
        /** The value is known to be secret: of the connection, of a secret attribute, learned on the way, or of a masked attribute. */
        SECRET_VALUE
    }

    static final MaskedBy VALUE = new MaskedBy(Rule.SECRET_VALUE, null);
}
