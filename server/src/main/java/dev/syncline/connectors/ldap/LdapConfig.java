package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import dev.syncline.connector.Field;
import dev.syncline.connector.Secrets;
import dev.syncline.connector.Settings;
import dev.syncline.connectors.ConflictRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The settings of one connection, checked. */
record LdapConfig(
        Endpoint endpoint,
        String bindDn,
        String password,
        DN baseDn,
        String rdnAttribute,
        List<String> objectClasses,
        ConflictRule conflict,
        GroupRule groups,
        Branch organizations,
        Branch groupEntries,
        Optional<DisableRule> disabling,
        Optional<String> lastSignIn,
        int poolSize,
        Duration timeout,
        Secrets secrets) {

    /** How an account is told to be disabled. */
    record DisableRule(String attribute, String disabled, Optional<String> enabled) {}

    /** @throws IllegalArgumentException with a sentence that names the setting */
    static LdapConfig of(Settings settings) {
        DN base = dn(LdapFields.BASE_DN, settings.text(LdapFields.BASE_DN.name()));
        return new LdapConfig(
                Endpoint.of(settings),
                dn(LdapFields.BIND_DN, settings.text(LdapFields.BIND_DN.name())).toString(),
                settings.text(LdapFields.PASSWORD.name()),
                base,
                text(settings, LdapFields.RDN),
                classes(LdapFields.CLASSES, settings),
                ConflictRule.of(settings),
                GroupRule.of(settings, base),
                new Branch(settings.find(LdapFields.ORGANIZATION_BASE.name()).map(text -> dn(LdapFields.ORGANIZATION_BASE, text)).orElse(base),
                        text(settings, LdapFields.ORGANIZATION_RDN), classes(LdapFields.ORGANIZATION_CLASSES, settings)),
                new Branch(GroupRule.of(settings, base).base(), text(settings, LdapFields.GROUP_RDN),
                        classes(LdapFields.GROUP_CLASSES, settings)),
                disabling(settings),
                settings.find(LdapFields.LAST_SIGN_IN.name()).map(String::strip),
                poolSize(settings),
                settings.requestTimeout(),
                Secrets.of(LdapFields.ALL, settings));
    }

    /** The entry an account of this name has. Escapes what RFC 4514 wants escaped. */
    DN dnOf(String name) {
        return new DN(new RDN(rdnAttribute, name), baseDn);
    }

    Branch accounts() {
        return new Branch(baseDn, rdnAttribute, objectClasses);
    }

    static String text(Settings settings, Field field) {
        return settings.find(field.name()).orElse(field.defaultValue()).strip();
    }

    static DN dn(Field field, String text) {
        try {
            return new DN(text);
        } catch (LDAPException e) {
            throw new IllegalArgumentException("The setting \"%s\" is no DN: %s".formatted(field.name(), e.getMessage()), e);
        }
    }

    private static List<String> classes(Field field, Settings settings) {
        List<String> classes = Arrays.stream(text(settings, field).split("[,\\s]+")).filter(name -> !name.isBlank()).toList();
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("The setting \"%s\" names no class.".formatted(field.name()));
        }
        return classes;
    }

    private static Optional<DisableRule> disabling(Settings settings) {
        return settings.find(LdapFields.DISABLE_ATTRIBUTE.name())
                .map(attribute -> new DisableRule(
                        attribute.strip(),
                        settings.find(LdapFields.DISABLED_VALUE.name()).orElseThrow(() -> new IllegalArgumentException(
                                "The setting \"disabledValue\" is missing: \"disableAttribute\" needs it.")),
                        settings.find(LdapFields.ENABLED_VALUE.name())));
    }

    private static int poolSize(Settings settings) {
        int size = settings.find(LdapFields.POOL.name()).isPresent() ? settings.integer(LdapFields.POOL.name()) : 16;
        if (size < 1 || size > 200) {
            throw new IllegalArgumentException("The setting \"poolSize\" must be from 1 to 200.");
        }
        return size;
    }

    @Override
    public String toString() {
        return "LdapConfig[" + endpoint + "]";
    }
}
