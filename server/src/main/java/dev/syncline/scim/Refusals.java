package dev.syncline.scim;

import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import de.captaingoldfish.scim.sdk.common.exceptions.ConflictException;
import de.captaingoldfish.scim.sdk.common.exceptions.PreconditionFailedException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResourceNotFoundException;
import de.captaingoldfish.scim.sdk.common.exceptions.ResponseException;
import de.captaingoldfish.scim.sdk.common.exceptions.ScimException;
import dev.syncline.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The platform's refusals in the words of RFC 7644, section 3.12. */
final class Refusals {

    private Refusals() {}

    static ScimException of(ProblemException e) {
        return switch (e.code()) {
            case INVALID_INPUT -> new BadRequestException(e.getMessage(), ScimType.RFC7644.INVALID_VALUE);
            case NOT_FOUND -> new ResourceNotFoundException(e.getMessage());
            case ALREADY_EXISTS -> new ConflictException(e.getMessage(), ScimType.RFC7644.UNIQUENESS);
            case VERSION_MISMATCH, VERSION_REQUIRED -> new PreconditionFailedException(e.getMessage());
            // All others keep their status and their sentence; RFC 7644 has no word of its own for them.
            default -> new ResponseException(e.getMessage(), e.code().status(), null);
        };
    }

    static BadRequestException value(@Nullable String sentence) {
        return new BadRequestException(sentence, ScimType.RFC7644.INVALID_VALUE);
    }

    static ConflictException taken(String sentence) {
        return new ConflictException(sentence, ScimType.RFC7644.UNIQUENESS);
    }

    static ResourceNotFoundException noSuch(String what, @Nullable String id) {
        return new ResourceNotFoundException("There is no " + what + " with the id " + shortened(id) + ".");
    }

    static BadRequestException filter(String sentence) {
        return new BadRequestException(sentence, ScimType.RFC7644.INVALID_FILTER);
    }

    /** Null when the text is no id of ours, so that nothing can be found by it. */
    static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
