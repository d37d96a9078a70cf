package dev.syncline.web;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.security.web.firewall.RequestRejectedException;

/** What is wrong with a request before its meaning counts, and is only found out while it is read: no fault of ours. */
final class BrokenRequest {

    private BrokenRequest() {}

    /** Empty when it is something else. */
    static Optional<ProblemException> of(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                // Thrown where a parameter is made, and wrapped on the way here.
                case ProblemException ours -> {
                    return Optional.of(ours);
                }
                case RequestRejectedException _ -> {
                    return invalid("A header or a parameter holds a character that none may hold, such as a control character "
                            + "or a byte that is no ASCII. Leave it out.");
                }
                case BadRequestException _ -> {
                    return invalid("The body breaks off, or it is not in the form its headers say. Send it whole.");
                }
                case InvalidParameterException _ -> {
                    return invalid("The parameters cannot be read: a percent sign is followed by two hexadecimal digits, in UTF-8 "
                            + "(RFC 3986 section 2.1), and there are"
                            + " at most 1000 of them.");
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static Optional<ProblemException> invalid(String sentence) {
        return Optional.of(new ProblemException(ErrorCode.INVALID_INPUT, sentence));
    }
}
