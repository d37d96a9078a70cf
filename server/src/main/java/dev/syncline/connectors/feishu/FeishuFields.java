package dev.syncline.connectors.feishu;

import static dev.syncline.connector.Field.choice;
import static dev.syncline.connector.Field.optional;
import static dev.syncline.connector.Field.required;

import dev.syncline.connector.Field;
import dev.syncline.connector.Field.Kind;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Trust;
import java.util.List;
import java.util.stream.Stream;

/** The settings of a connection to a tenant of Feishu or Lark. */
final class FeishuFields {

    static final Field PLATFORM = choice("platform", "Platform", "FEISHU", List.of("FEISHU", "LARK"), "FEISHU is open.feishu.cn, LARK is open.larksuite.com.");
    static final Field BASE = optional("baseUrl", "Base URL", Kind.URL, "An address in place of the platform's own, such as a proxy's; empty for the usual one.");
    static final Field APP_ID = required("appId", "App ID", Kind.TEXT, "Of the self-built app in the developer console, such as cli_9f5343c580712544.");
    static final Field APP_SECRET = required("appSecret", "App secret", Kind.SECRET, "Of the same app, beside its id.");
    static final Field NAME = choice("nameField", "An account's name is its", "USER_ID", List.of("USER_ID", "EMAIL", "MOBILE"), "USER_ID for tenants whose user ids are login names, and renames change it; EMAIL or MOBILE leaves user ids alone.");
    static final Field ID = choice("idType", "User IDs", "OPEN_ID", List.of("OPEN_ID", "UNION_ID", "USER_ID"), "The kind of id that accounts are known by and that settings and attributes name people by. Changing it later orphans the known ones.");
    static final Field DEPARTMENT_ID = choice("departmentIdType", "Department IDs", "OPEN_DEPARTMENT_ID", List.of("OPEN_DEPARTMENT_ID", "DEPARTMENT_ID"), "OPEN_DEPARTMENT_ID is the platform's own (od-…), DEPARTMENT_ID the one a company chooses.");
    static final Field DEPARTMENT = optional("defaultDepartment", "Default department", Kind.TEXT, "0", "Id of the department that stands for the top: users without one and top organizations go there. 0 is the company itself, which needs a contact range of all members.");
    static final Field RESURRECT = optional("resurrect", "Bring back who resigned", Kind.BOOLEAN, "false", "A creation looks for a user with this mobile number or mail address who resigned within 30 days, and restores instead of creating.");

    static final Field ACCEPTOR = acceptor("acceptor", "Successor", "Who gets what a deleted user owned, as a user id. Empty leaves it to Feishu: mostly the direct manager gets it.");
    static final Field DEPARTMENT_CHATS = acceptor("departmentChatAcceptor", "Successor for department groups", "Owner of the deleted user's department group chats; empty for the successor.");
    static final Field EXTERNAL_CHATS = acceptor("externalChatAcceptor", "Successor for external groups", "Owner of the deleted user's external group chats; empty for the successor.");
    static final Field DOCS = acceptor("docsAcceptor", "Successor for documents", "Owner of the deleted user's documents; empty for the successor.");
    static final Field CALENDARS = acceptor("calendarAcceptor", "Successor for calendars", "Owner of the deleted user's events; without any successor or manager they are deleted.");
    static final Field APPLICATIONS = acceptor("applicationAcceptor", "Successor for apps", "Owner of the apps the deleted user made; empty for the successor.");
    static final Field MINUTES = acceptor("minutesAcceptor", "Successor for minutes", "Owner of the deleted user's minutes; empty for the successor.");
    static final Field SURVEYS = acceptor("surveyAcceptor", "Successor for surveys", "Owner of the deleted user's surveys; without any successor or manager they are deleted.");
    static final Field ANYCROSS = acceptor("anycrossAcceptor", "Successor for AnyCross", "Owner of the deleted user's integration flows; empty for the successor.");
    static final Field MAIL = choice("emailHandling", "Mails of a deleted user", "DEFAULT", List.of("DEFAULT", "TRANSFER", "RETAIN", "DELETE"), "DEFAULT leaves them to Feishu (the direct manager gets them), TRANSFER gives them to the successor, RETAIN keeps them, DELETE deletes them.");
    static final Field MAIL_ACCEPTOR = acceptor("emailAcceptor", "Successor for mails", "Who gets the mails, for TRANSFER; empty for the successor.");

    static final List<Field> ALL = Stream.concat(Stream.of(PLATFORM, APP_ID, APP_SECRET, BASE, NAME, ID, DEPARTMENT_ID, DEPARTMENT, ConflictRule.FIELD, RESURRECT,
            ACCEPTOR, DEPARTMENT_CHATS, EXTERNAL_CHATS, DOCS, CALENDARS, APPLICATIONS, MINUTES, SURVEYS, ANYCROSS, MAIL, MAIL_ACCEPTOR), Trust.FIELDS.stream()).toList();

    /** The successors by what they get; the field's name in a request ends in {@code _acceptor_user_id}. */
    static final List<Field> SUCCESSORS = Stream.of(DEPARTMENT_CHATS, EXTERNAL_CHATS, DOCS, CALENDARS, APPLICATIONS, MINUTES, SURVEYS, ANYCROSS).toList();

    private FeishuFields() {}

    private static Field acceptor(String name, String label, String help) {
        return optional(name, label, Kind.TEXT, help);
    }
}
