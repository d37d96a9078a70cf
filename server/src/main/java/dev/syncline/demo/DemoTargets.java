package dev.syncline.demo;

import dev.syncline.samples.SampleCallbackApp;
import dev.syncline.samples.SampleDirectory;
import dev.syncline.samples.SampleScimService;
import dev.syncline.samples.SampleUnreliableApp;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The sample applications of this process, and how each is set up in Syncline. They keep nothing over a restart. */
final class DemoTargets implements AutoCloseable {

    static final String DIRECTORY = "Directory";
    static final String COLLABORATION = "Collaboration";
    static final String BADGES = "Building access";
    static final String PAYROLL = "Payroll";
    static final String FEISHU = DemoFeishu.NAME;
    static final Set<String> NAMES = Set.of(DIRECTORY, COLLABORATION, BADGES, PAYROLL, FEISHU);

    private static final Duration CALLBACK_DELAY = Duration.ofSeconds(3);
    private static final int EVERY_NTH_CALLBACK_IS_MISSING = 9;

    private final String secret = UUID.randomUUID().toString();
    private final String callbackSecret = "whsec_" + Base64.getEncoder().encodeToString(random());
    private final SampleDirectory directory = SampleDirectory.start(secret);
    private final SampleScimService scim = SampleScimService.start(secret, UUID.randomUUID().toString());
    private final SampleCallbackApp badges =
            SampleCallbackApp.start(secret, callbackSecret, CALLBACK_DELAY, EVERY_NTH_CALLBACK_IS_MISSING);
    private final SampleUnreliableApp payroll = SampleUnreliableApp.start(secret, Duration.ofSeconds(4));
    private final DemoFeishu feishu = new DemoFeishu(secret);

    /** What is put into Syncline for each, as the API takes it. */
    List<Map<String, Object>> applications() {
        return List.of(
                body(DIRECTORY, "ldap", directorySettings(), Map.of("password", secret),
                        List.of(mapping("cn", "user.displayName"), mapping("sn", "user.familyName"), mapping("givenName", "user.givenName"),
                                mapping("mail", "user.email"), mapping("telephoneNumber", "user.phone"),
                                mapping("employeeNumber", "user.employeeNumber"), mapping("departmentNumber", "organization.name"))),
                body(COLLABORATION, "scim", Map.of("baseUrl", scim.baseUrl(), "auth", "BEARER"), Map.of("token", secret),
                        List.of(mapping("name.givenName", "user.givenName"), mapping("name.familyName", "user.familyName"),
                                mapping("displayName", "user.displayName"), mapping("emails[type eq \"work\"].value", "user.email"))),
                withCallback(body(BADGES, "rest", withoutSecret(badges.connectorSettings()), Map.of("authSecret", secret),
                        List.of(mapping("holder", "user.displayName"), mapping("department", "organization.name")))),
                unreliable(body(PAYROLL, "rest", withoutSecret(payroll.connectorSettings()), Map.of("authSecret", secret),
                        List.of(mapping("name", "user.displayName"), mapping("number", "user.employeeNumber"),
                                mapping("email", "user.email")))),
                feishu.application());
    }

    /** Makes the groups people are put into and answers application to group to the target's name of it. */
    Map<String, Map<String, String>> groups() {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        groups.put(DIRECTORY, named(List.of("vpn", "wiki", "developers"), directory::addGroup));
        groups.put(COLLABORATION, named(List.of("Everyone", "Project Aurora"), scim::addGroup));
        groups.put(FEISHU, feishu.groups());
        return groups;
    }

    DemoFeishu feishu() {
        return feishu;
    }

    private Map<String, String> directorySettings() {
        return Map.of("url", directory.url(), "bindDn", SampleDirectory.BIND_DN, "baseDn", SampleDirectory.PEOPLE, "conflict", "ADOPT",
                "disableAttribute", "employeeType", "disabledValue", "disabled", "emptyGroupMember", SampleDirectory.BIND_DN);
    }

    private static Map<String, String> named(List<String> names, UnaryOperator<String> make) {
        Map<String, String> made = new LinkedHashMap<>();
        names.forEach(name -> made.put(name, make.apply(name)));
        return made;
    }

    static Map<String, Object> body(
            String name, String connector, Map<String, String> settings, Map<String, String> secrets, List<Map<String, Object>> mappings) {
        return new HashMap<>(Map.of("name", name, "connector", connector, "settings", settings, "secrets", secrets, "mappings", mappings,
                "changeTracking", true));
    }

    private Map<String, Object> withCallback(Map<String, Object> body) {
        body.put("callback", Map.of("enabled", true, "deadlineSeconds", 30, "secret", callbackSecret));
        return body;
    }

    private static Map<String, Object> unreliable(Map<String, Object> body) {
        body.put("retry", Map.of("maxAttempts", 3, "firstDelayMs", 2_000, "maxDelayMs", 10_000));
        body.put("limits", Map.of("maxConcurrency", 2, "requestTimeoutMs", 2_000));
        return body;
    }

    private static Map<String, String> withoutSecret(Map<String, String> settings) {
        Map<String, String> open = new HashMap<>(settings);
        open.remove("authSecret");
        return open;
    }

    static Map<String, Object> mapping(String target, String expression) {
        return mapping("ACCOUNT", target, expression);
    }

    static Map<String, Object> mapping(String objectType, String target, String expression) {
        return Map.of("objectType", objectType, "target", target, "expression", expression, "secret", false);
    }

    private static byte[] random() {
        byte[] key = new byte[24];
        new SecureRandom().nextBytes(key);
        return key;
    }

    @Override
    public void close() {
        List.<AutoCloseable>of(feishu, payroll, badges, scim, directory).forEach(target -> {
            try {
                target.close();
            } catch (Exception e) {
                throw new IllegalStateException("A sample application does not stop.", e);
            }
        });
    }
}
