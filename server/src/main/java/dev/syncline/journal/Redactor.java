package dev.syncline.journal;

import dev.syncline.journal.MaskedBy.Rule;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Masks what must not be on record, in one attempt's messages: secret values wherever and however encoded they occur, and the
 * values of fields whose name says that they are secret or that a rule names. Everything else stays as it was on the wire, to
 * the byte. Safe for several threads.
 */
public final class Redactor {

    public static final String MASK = "********";

    /** Names that are secret in any protocol we speak, compared without case, dashes and underscores. */
    private static final Set<String> SECRET_NAMES = Set.of(
            "password", "userpassword", "newpassword", "oldpassword", "currentpassword", "unicodepwd", "passwd", "pwd", "secret",
            "clientsecret", "appsecret", "token", "accesstoken", "refreshtoken", "idtoken", "tenantaccesstoken", "appaccesstoken",
            "apikey", "privatekey", "authorization");

    private static final Set<String> SECRET_HEADERS = Set.of(
            "authorization", "proxyauthorization", "cookie", "setcookie", "xapikey", "apikey", "xauthtoken", "webhooksignature");

    private final Set<String> ruled;
    private final SecretValues values;

    /**
     * @param secretValues masked wherever they occur
     * @param maskedNames attributes masked by rule; a path like {@code emails[type eq "work"].value} masks its first name
     */
    public Redactor(Collection<String> secretValues, Collection<String> maskedNames) {
        this.ruled = maskedNames.stream().map(FieldNames::root).map(FieldNames::fold).collect(Collectors.toUnmodifiableSet());
        this.values = new SecretValues(secretValues);
    }

    /** Names of fields that are secret in any protocol we speak; compare them without case. */
    public static Set<String> secretNames() {
        return SECRET_NAMES;
    }

    /** Declares a value learned on the way as secret from now on. */
    public void add(String secretValue) {
        values.add(secretValue);
    }

    /** A text without structure: a message, a URL, a DN. */
    public String text(String text) {
        return text(text, new HashSet<>());
    }

    /** A body in JSON, LDIF, form encoding, or none of these. */
    public String body(String body) {
        return body(body, new HashSet<>());
    }

    /** Headers: the value of a secret one is masked but for its scheme ("Bearer ********"). */
    public Map<String, List<String>> headers(Map<String, List<String>> headers) {
        return headers(headers, new HashSet<>());
    }

    /** @param why the rules that masked something are added to it */
    String text(String text, Set<MaskedBy> why) {
        return masked(text, plain -> FormFields.mask(plain, FieldMask.uniform(secret(why))), why);
    }

    String body(String body, Set<MaskedBy> why) {
        if (body.isEmpty()) {
            return body;
        }
        FieldMask fields = FieldMask.uniform(secret(why));
        char first = body.stripLeading().isEmpty() ? ' ' : body.stripLeading().charAt(0);
        boolean json = first == '{' || first == '[';
        return masked(body, plain -> FormFields.mask(json ? JsonFields.mask(plain, fields) : LdifFields.mask(plain, fields), fields), why);
    }

    Map<String, List<String>> headers(Map<String, List<String>> headers, Set<MaskedBy> why) {
        Map<String, List<String>> masked = new LinkedHashMap<>();
        headers.forEach((name, all) -> masked.put(name, all.stream().map(value -> header(name, value, why)).toList()));
        return masked;
    }

    private String header(String name, String value, Set<MaskedBy> why) {
        if (SECRET_HEADERS.contains(FieldNames.fold(name))) {
            why.add(new MaskedBy(Rule.SECRET_HEADER, name));
        } else if (!secret(why).test(name)) {
            return text(value, why);
        }
        int space = value.indexOf(' ');
        return FieldNames.fold(name).endsWith("authorization") && space > 0 ? value.substring(0, space + 1) + MASK : MASK;
    }

    /** Values come first: what is masked by its name ends where the syntax says, and where that is broken would cut a secret value in two. */
    private String masked(String text, UnaryOperator<String> byName, Set<MaskedBy> why) {
        String plain = values.mask(text);
        String named = byName.apply(plain);
        String masked = named.equals(plain) ? plain : values.mask(named);
        if (!plain.equals(text) || !masked.equals(named)) {
            why.add(MaskedBy.VALUE);
        }
        return masked;
    }

    private Predicate<String> secret(Set<MaskedBy> why) {
        return name -> {
            String folded = FieldNames.fold(name);
            Rule rule = ruled.contains(folded) ? Rule.MASKED_ATTRIBUTE : SECRET_NAMES.contains(folded) ? Rule.SECRET_NAME : null;
            if (rule != null) {
                why.add(new MaskedBy(rule, name));
            }
            return rule != null;
        };
    }
}
