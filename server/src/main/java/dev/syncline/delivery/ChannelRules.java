package dev.syncline.delivery;

import dev.syncline.connector.Settings;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a channel must be like before it is stored. */
@Component
class ChannelRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 20_000;

    private final Carriers carriers;

    ChannelRules(Carriers carriers) {
        this.carriers = carriers;
    }

    /** @param secrets all that would be stored, in clear */
    List<FieldError> check(ChannelBody body, Map<String, String> secrets) {
        List<FieldError> errors = new ArrayList<>();
        if (body.name().isEmpty() || body.name().length() > LONGEST_NAME || body.name().chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("name", "Give the channel a name of 1 to " + LONGEST_NAME + " characters on one line."));
        }
        if (body.kind() == null) {
            errors.add(new FieldError("kind", "Say what kind of channel it is: MAIL, WEBHOOK or FEISHU_BOT."));
            return errors;
        }
        Carrier carrier = carriers.of(body.kind());
        unknown(errors, "settings", body.settings(), carrier.settings());
        unknown(errors, "secrets", body.secrets(), carrier.secrets());
        Settings settings = Carriers.settings(withoutNulls(body.settings()), secrets);
        if (settings.values().values().stream().anyMatch(value -> value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0)) {
            errors.add(new FieldError("settings", "A setting may have at most " + LONGEST_VALUE + " characters, none of them NUL."));
        } else if (errors.isEmpty()) {
            carrier.check(settings).forEach(error -> errors.add(new FieldError(
                    (carrier.secrets().contains(error.field()) ? "secrets." : "settings.") + error.field(), error.message())));
        }
        return errors;
    }

    /** Without its value: it may be a secret in the wrong place. */
    private static void unknown(List<FieldError> errors, String where, Map<String, String> given, Set<String> known) {
        given.keySet().stream().filter(name -> !known.contains(name)).sorted().forEach(name -> errors.add(new FieldError(where + "." + name,
                "There is no such setting here; known: " + String.join(", ", known.stream().sorted().toList()) + ".")));
    }

    private static Map<String, String> withoutNulls(Map<String, String> given) {
        return ChannelSecrets.merged(Map.of(), given);
    }
}
