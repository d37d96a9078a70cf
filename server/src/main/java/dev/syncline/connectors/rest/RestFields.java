package dev.syncline.connectors.rest;

import static dev.syncline.connector.Field.choice;
import static dev.syncline.connector.Field.optional;
import static dev.syncline.connector.Field.required;

import dev.syncline.connector.Field;
import dev.syncline.connector.Field.Kind;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Trust;
import java.util.ArrayList;
import java.util.List;

/** The settings of a connection to a REST application. */
final class RestFields {

    static final Field BASE = required("baseUrl", "Base URL", Kind.URL, "What every URL below begins with, such as https://host/api.");
    static final Field AUTH = choice("auth", "Sign-in", "NONE", List.of("NONE", "BASIC", "BEARER", "HEADER"), "How requests are authorized; HEADER sends the secret in a header of its own.");
    static final Field AUTH_USER = optional("authUser", "User", Kind.TEXT, "The user, for BASIC.");
    static final Field AUTH_HEADER = optional("authHeader", "Header", Kind.TEXT, "X-Api-Key", "The header that carries the secret, for HEADER.");
    static final Field AUTH_SECRET = optional("authSecret", "Secret", Kind.SECRET, "Password, token or API key.");
    static final Field HEADERS = optional("headers", "Further headers", Kind.LONG_TEXT, "Idempotency-Key: {{taskId}}", "One per line, Name: value; placeholders allowed.");
    static final Field MODE = choice("mode", "Answers", "SYNC", List.of("SYNC", "CALLBACK"), "SYNC: an answer 2xx means done. CALLBACK: 202 means the application will answer at {{callbackUrl}}.");
    static final Field EXISTS = optional("existsStatuses", "Statuses: exists already", Kind.TEXT, "409", "Statuses of a creation that mean the account is there already, separated by commas.");
    static final Field GONE = optional("goneStatuses", "Statuses: not there", Kind.TEXT, "404, 410", "Statuses that mean the account is not there, separated by commas.");
    static final Field ID = optional("idPointer", "Where the id is", Kind.TEXT, "/id", "JSON pointer (RFC 6901) to the account's id in an answer; \"-\" when its name is its id.");
    static final Field READ = optional("read.url", "Read: URL", Kind.TEXT, "GET of one account by {{remoteId}}.");
    static final Field FIND = optional("find.url", "Find: URL", Kind.TEXT, "GET that finds an account by {{name}}; needed to adopt.");
    static final Field FOUND = optional("findPointer", "Find: where the account is", Kind.TEXT, "", "JSON pointer to the account in that answer, such as /items/0; empty for the whole.");
    static final Field ENABLED = optional("enabledPointer", "Where it says enabled", Kind.TEXT, "JSON pointer in an account to true or false.");
    static final Field ATTRIBUTES = optional("attributesPointer", "Where the attributes are", Kind.TEXT, "", "JSON pointer in an account to its attributes; empty for the whole.");
    static final Field PERMISSIONS = optional("permissionsPointer", "Where the permissions are", Kind.TEXT, "JSON pointer in an account to the list of what it holds.");
    static final Field LIST = optional("list.url", "List: URL", Kind.TEXT, "GET of all accounts, such as /accounts?offset={{offset}}&limit={{limit}}; also {{page}} from 1 and {{cursor}}; empty when the application cannot list.");
    static final Field LIST_ITEMS = optional("listPointer", "List: where the accounts are", Kind.TEXT, "", "JSON pointer to the list in that answer, such as /items; empty for the whole.");
    static final Field LIST_NEXT = optional("nextPointer", "List: where the next cursor is", Kind.TEXT, "JSON pointer to what {{cursor}} is for the next page; empty when pages are counted.");
    static final Field NAME = optional("namePointer", "Where the name is", Kind.TEXT, "/name", "JSON pointer in a listed account to its name.");
    static final Field CREATED = optional("createdPointer", "Where it says created", Kind.TEXT, "JSON pointer in a listed account to the time it was made.");
    static final Field LAST_SIGN_IN = optional("lastSignInPointer", "Where the last sign-in is", Kind.TEXT, "JSON pointer in a listed account to the time of its last sign-in.");
    static final Field CHECK = optional("check.url", "Check: URL", Kind.TEXT, "GET that needs the credentials and changes nothing; empty to use Find.");

    static final List<Field> ALL = all();

    private RestFields() {}

    private static List<Field> all() {
        List<Field> fields = new ArrayList<>(List.of(BASE, AUTH, AUTH_USER, AUTH_HEADER, AUTH_SECRET, HEADERS, MODE));
        fields.add(required("create.url", "Create: URL", Kind.TEXT, "Path after the base URL, such as /accounts; placeholders allowed."));
        fields.addAll(methodAndBody("create", "Create", "POST"));
        fields.addAll(request("update", "Update", "PATCH"));
        fields.addAll(request("delete", "Delete", "DELETE"));
        fields.addAll(request("disable", "Disable", "PATCH"));
        fields.addAll(request("enable", "Enable", "PATCH"));
        fields.addAll(request("bind", "Bind a permission", "PUT"));
        fields.addAll(request("unbind", "Unbind a permission", "DELETE"));
        fields.addAll(List.of(READ, FIND, FOUND, ID, ENABLED, ATTRIBUTES, PERMISSIONS));
        fields.addAll(List.of(LIST, LIST_ITEMS, LIST_NEXT, NAME, CREATED, LAST_SIGN_IN));
        fields.addAll(List.of(CHECK, EXISTS, GONE, ConflictRule.FIELD));
        fields.addAll(Trust.FIELDS);
        return List.copyOf(fields);
    }

    private static List<Field> request(String name, String label, String method) {
        List<Field> fields = new ArrayList<>();
        fields.add(optional(name + ".url", label + ": URL", Kind.TEXT, "Path after the base URL; placeholders allowed; empty when the application cannot do it."));
        fields.addAll(methodAndBody(name, label, method));
        return fields;
    }

    private static List<Field> methodAndBody(String name, String label, String method) {
        return List.of(
                choice(name + ".method", label + ": method", method, List.of("POST", "PUT", "PATCH", "DELETE", "GET"), "HTTP method."),
                optional(name + ".body", label + ": body", Kind.LONG_TEXT, "JSON with placeholders; empty for none."));
    }
}
