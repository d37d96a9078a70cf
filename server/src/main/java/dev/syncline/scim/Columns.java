package dev.syncline.scim;

import java.util.HashMap;
import java.util.Map;

/** Where attributes stand in the database, by their full names. What is not here is compared in memory. */
final class Columns {

    private static final String META = "urn:ietf:params:scim:schemas:core:2.0:Meta:meta.";

    private static final Column EMAILS = new Column.Several("""
            users.id in (select id from users where lower(email) = ?
                         union all select user_id from scim_user where emails @> array[cast(? as text)])""", """
            exists (select from unnest(kept.emails || lower(users.email)) as value where %s)""", """
            (users.email is not null or coalesce(kept.emails, '{}') <> '{}')""");

    private static final Column GROUPS_OF_USER = new Column.Several("""
            users.id in (select user_id from user_group_member where cast(group_id as text) = ?)""", """
            exists (select from user_group_member m, cast(m.group_id as text) as value where m.user_id = users.id and %s)""", """
            exists (select from user_group_member m where m.user_id = users.id)""");

    private static final Column MEMBERS = new Column.Several("""
            user_group.id in (select group_id from user_group_member where cast(user_id as text) = ?)""", """
            exists (select from user_group_member m, cast(m.user_id as text) as value where m.group_id = user_group.id and %s)""", """
            exists (select from user_group_member m where m.group_id = user_group.id)""");

    static final Map<String, Column> OF_USERS = ofUsers();
    static final Map<String, Column> OF_GROUPS = ofGroups();

    private Columns() {}

    private static Map<String, Column> ofUsers() {
        Map<String, Column> columns = new HashMap<>();
        String core = Words.USER + ":";
        String enterprise = Words.ENTERPRISE + ":";
        columns.put(core + "id", new Column.Id("users.id"));
        columns.put(core + "externalId", new Column.Text("kept.external_id"));
        columns.put(core + "userName", lower("users.user_name"));
        columns.put(core + "displayName", lower("users.display_name"));
        columns.put(core + "name.givenName", lower("users.given_name"));
        columns.put(core + "name.familyName", lower("users.family_name"));
        columns.put(core + "active", new Column.Flag("users.status = 'ENABLED'"));
        columns.put(core + "emails.value", EMAILS);
        columns.put(core + "emails", EMAILS);
        columns.put(core + "groups.value", GROUPS_OF_USER);
        columns.put(core + "groups", GROUPS_OF_USER);
        Words.CORE_TEXTS.forEach(name -> columns.put(core + name, attribute(name)));
        columns.put(enterprise + "employeeNumber", lower("users.employee_number"));
        columns.put(enterprise + "manager.value", new Column.Id("users.manager_id"));
        Words.ENTERPRISE_TEXTS.forEach(name -> columns.put(enterprise + name, attribute(name)));
        meta(columns, "users.created_at", "greatest(users.updated_at, kept.updated_at)");
        return Map.copyOf(columns);
    }

    private static Map<String, Column> ofGroups() {
        Map<String, Column> columns = new HashMap<>();
        String core = Words.GROUP + ":";
        columns.put(core + "id", new Column.Id("user_group.id"));
        columns.put(core + "externalId", new Column.Text("user_group.external_id"));
        columns.put(core + "displayName", lower("user_group.name"));
        columns.put(core + "members.value", MEMBERS);
        columns.put(core + "members", MEMBERS);
        meta(columns, "user_group.created_at", "user_group.updated_at");
        return Map.copyOf(columns);
    }

    /** Clients see milliseconds. */
    private static void meta(Map<String, Column> columns, String created, String updated) {
        columns.put(META + "created", new Column.Time("date_trunc('milliseconds', " + created + ")"));
        columns.put(META + "lastModified", new Column.Time("date_trunc('milliseconds', " + updated + ")"));
    }

    private static Column lower(String sql) {
        return new Column.Text("lower(" + sql + ")");
    }

    private static Column attribute(String name) {
        return lower("users.attributes ->> '" + name + "'");
    }
}
