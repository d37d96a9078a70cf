package dev.syncline.connectors.scim;

import static dev.syncline.connector.Field.choice;
import static dev.syncline.connector.Field.optional;
import static dev.syncline.connector.Field.required;

import dev.syncline.connector.Field;
import dev.syncline.connector.Field.Kind;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Trust;
import java.util.List;
import java.util.stream.Stream;

/** The settings of a connection to a SCIM service. */
final class ScimFields {

    static final Field BASE = required("baseUrl", "Base URL", Kind.URL, "Where /Users and /Groups are found, such as https://host/scim/v2.");
    static final Field AUTH = choice("auth", "Sign-in", "BEARER", List.of("BEARER", "OAUTH"), "BEARER sends a fixed token; OAUTH gets one with client credentials (RFC 6749, 4.4).");
    static final Field TOKEN = optional("token", "Bearer token", Kind.SECRET, "The token, for BEARER.");
    static final Field TOKEN_URL = optional("tokenUrl", "Token URL", Kind.URL, "Where a token is got, for OAUTH.");
    static final Field CLIENT_ID = optional("clientId", "Client id", Kind.TEXT, "Whom the token is for, for OAUTH.");
    static final Field CLIENT_SECRET = optional("clientSecret", "Client secret", Kind.SECRET, "The client's secret, for OAUTH.");
    static final Field SCOPE = optional("scope", "Scope", Kind.TEXT, "Scopes asked for, separated by spaces, for OAUTH.");
    static final Field STYLE = choice("updateStyle", "Updates", "PATCH", List.of("PATCH", "PUT"), "PATCH sends what changes; PUT reads the resource and replaces it, for services without PATCH.");

    static final Field LAST_SIGN_IN = optional("lastSignInAttribute", "Last sign-in attribute", Kind.TEXT, "Path of the attribute that says when an account was last used, such as urn:example:2.0:User:lastLogin; empty when there is none.");

    static final List<Field> ALL = Stream.concat(Stream.of(
            BASE, AUTH, TOKEN, TOKEN_URL, CLIENT_ID, CLIENT_SECRET, SCOPE, STYLE, ConflictRule.FIELD, LAST_SIGN_IN), Trust.FIELDS.stream()).toList();

    private ScimFields() {}
}
