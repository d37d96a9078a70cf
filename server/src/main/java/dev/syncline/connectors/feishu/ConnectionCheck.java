package dev.syncline.connectors.feishu;

import dev.syncline.connector.Check;
import dev.syncline.connector.Exchanges;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Signs in, asks which scopes the app was granted, and looks at the department that stands for the top. */
final class ConnectionCheck {

    private static final int GRANTED = 1;

    private final FeishuConfig config;
    private final FeishuService service;

    ConnectionCheck(FeishuConfig config, FeishuService service) {
        this.config = config;
        this.service = service;
    }

    Check run(Exchanges exchanges) {
        try {
            Optional<Set<String>> granted = granted(exchanges);
            List<String> missing = lacking(needed(), granted);
            if (!missing.isEmpty()) {
                return new Check(false, "The app lacks scopes: %s. Check the app's permissions in the developer console, grant them, and publish a version."
                        .formatted(String.join("; ", missing)));
            }
            service.ok(service.request(Api.DEPARTMENTS_BELOW, "Looking at the default department")
                    .on(config.defaultDepartment()).with("page_size", "1"), exchanges);
            List<String> without = lacking(useful(), granted);
            return new Check(true, "Feishu at %s takes the app's credentials, %s.%s".formatted(config.openApis(),
                    granted.isEmpty() ? "but does not say which scopes it has" : "and the app has the scopes it needs",
                    without.isEmpty() ? "" : " Not granted, and needed for some of it only: " + String.join("; ", without) + "."));
        } catch (Stopped stopped) {
            return new Check(false, stopped.sentence() + " Check the platform, the app ID and secret, and the default department.");
        }
    }

    /** Empty where the platform does not say. */
    private Optional<Set<String>> granted(Exchanges exchanges) throws Stopped {
        Answer answer = service.send(Request.of(Api.GRANTED_SCOPES, "Asking which scopes the app has"), exchanges);
        if (!answer.ok()) {
            return Optional.empty();
        }
        Set<String> granted = new HashSet<>();
        answer.data().path("scopes").forEach(scope -> {
            if (scope.path("grant_status").asInt(0) == GRANTED) {
                Json.text(scope, "scope_name").ifPresent(granted::add);
            }
        });
        return Optional.of(granted);
    }

    /** What nothing works without, each with what it is for. */
    private Map<String, List<String>> needed() {
        Map<String, List<String>> needed = new LinkedHashMap<>();
        needed.put("to change users and departments", Api.CREATE_USER.scopes());
        needed.put("to read them", Api.GET_USER.scopes());
        needed.put("to see whether users are frozen or have resigned", field("contact:user.employee:readonly"));
        needed.put("to see the departments of users", field("contact:user.department:readonly"));
        if (config.nameField() == FeishuConfig.NameField.USER_ID || config.idType() == FeishuConfig.IdType.USER_ID) {
            needed.put("to see user ids", List.of("contact:user.employee_id:readonly"));
        }
        if (config.nameField() != FeishuConfig.NameField.USER_ID) {
            needed.put("to find users by mobile number or mail address", Api.FIND_USERS.scopes());
        }
        return needed;
    }

    private Map<String, List<String>> useful() {
        Map<String, List<String>> useful = new LinkedHashMap<>();
        useful.put("to put users into groups", Api.ADD_MEMBER.scopes());
        useful.put("to see the groups of users", Api.GROUPS_OF_USER.scopes());
        useful.put("to find users by mobile number or mail address", Api.FIND_USERS.scopes());
        useful.put("to see mail addresses", List.of("contact:user.email:readonly"));
        useful.put("to see mobile numbers", List.of("contact:user.phone:readonly"));
        if (config.nameField() == FeishuConfig.NameField.USER_ID) {
            useful.put("to rename accounts", Api.RENAME_USER.scopes());
        }
        return useful;
    }

    /** A field's own scope, or one that shows all of the contacts. */
    private static List<String> field(String own) {
        return List.of(own, "contact:contact:readonly", "contact:contact:readonly_as_app", "contact:contact:access_as_app");
    }

    private static List<String> lacking(Map<String, List<String>> wanted, Optional<Set<String>> granted) {
        List<String> lacking = new ArrayList<>();
        wanted.forEach((what, anyOf) -> {
            if (granted.isPresent() && anyOf.stream().noneMatch(granted.get()::contains)) {
                lacking.add(anyOf.stream().collect(Collectors.joining(" or ")) + " (" + what + ")");
            }
        });
        return lacking;
    }
}
