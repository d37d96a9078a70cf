package dev.syncline.settings;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set.
 *
 * @param home where data, keys and the own database live
 * @param demo also start sample target applications and load an organization
 * @param training this run only teaches the AOT cache of the next ones and ends by itself
 * @param database an external database; absent: an own one is started
 * @param destinations where connections may lead
 * @param sealPayloads whether headers and bodies of wire messages are sealed at rest; those there are stay as they are
 * @param keyset Tink key set as JSON that replaces the key file, for several servers on one database; null for the file
 * @param argon2 how much work one guess of a password is
 * @param bootstrapToken value of a first API token on an empty database; null for none
 */
@ConfigurationProperties("syncline")
public record Settings(
        @DefaultValue("${user.home}/.local/share/syncline") Path home,
        boolean demo,
        boolean training,
        @DefaultValue Database database,
        @DefaultValue Argon2 argon2,
        @DefaultValue Destinations destinations,
        boolean sealPayloads,
        String keyset,
        String bootstrapToken) {

    /**
     * Parameters of Argon2id (RFC 9106). Raised ones are taken over for each person at the next sign-in.
     *
     * @param memory in KiB
     */
    public record Argon2(@DefaultValue("19456") int memory, @DefaultValue("2") int passes) {}

    /**
     * Separated by commas: addresses, ranges such as 10.1.0.0/16, and the words loopback, private, link-local.
     *
     * @param allow what is allowed although it would be refused
     * @param refuse what is refused too
     */
    public record Destinations(@DefaultValue("") String allow, @DefaultValue("") String refuse) {}

    /** @param url JDBC URL, which may hold user and password as its parameters; blank for the own database */
    public record Database(@DefaultValue("") String url) {

        public boolean external() {
            return !url.isBlank();
        }

        /** The URL can hold a password. */
        @Override
        public String toString() {
            return external() ? "external" : "own";
        }
    }

    /** Keys and tokens stay out of every log. */
    @Override
    public String toString() {
        return "Settings[home=" + home + ", demo=" + demo + ", database=" + database + "]";
    }
}
