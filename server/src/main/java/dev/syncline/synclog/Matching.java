package dev.syncline.synclog;

import dev.syncline.id.Ids;
import dev.syncline.rights.Scope;
import dev.syncline.task.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A filter as SQL over {@code task t}. Free text is looked for in several places, each with an index of its own; an OR over them would
 * use none, so that a search is the union of three selections with the same conditions.
 */
final class Matching {

    private static final Pattern UUID_TEXT = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<String> conditions = new ArrayList<>();
    private final List<String> period = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final boolean decidedByIndex;

    Matching(TaskFilter filter) {
        decidedByIndex = filter.q() == null && isDecidedByIndex(filter);
        attention(filter);
        constants("t.status", filter.status());
        constants("t.object_type", filter.objectType());
        constants("t.action", filter.action());
        constants("t.source", filter.source());
        constants("t.failure_kind", filter.failureKind());
        ids("t.application_id", "application", filter.application());
        visible(filter.visible());
        ids("t.line_id", "account", filter.account());
        ids("t.user_id", "user", filter.user());
        ids("t.batch_id", "batch", filter.batch());
        ids("t.cause_id", "cause", filter.cause());
        repairs(filter.repair());
        ids("t.failure_group", "failureGroup", filter.failureGroup());
        initiators(filter.initiator());
        period(filter);
        search(SearchWords.of(filter.q()), filter.personal());
    }

    /** Whether one index holds both what is rare (a status, a person, an application) and what it is filtered by. */
    private static boolean isDecidedByIndex(TaskFilter filter) {
        boolean rare = filter.view() == TaskFilter.View.ATTENTION || !filter.status().isEmpty() && !filter.status().contains(Status.SUCCEEDED);
        boolean kindOfChange = !filter.action().isEmpty() || !filter.source().isEmpty();
        boolean where = !filter.application().isEmpty() || !filter.visible().isAll();
        return rare && (kindOfChange || where || !filter.failureKind().isEmpty())
                || !filter.initiator().isEmpty() && (kindOfChange || where)
                || where && kindOfChange;
    }

    /** One more condition, with its parameter. */
    Matching and(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
        return this;
    }

    /** A parameter of the tail. */
    Matching with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /**
     * A whole selection. With free text the tail is applied to each place and once more to all of them together, so it may only name
     * selected columns; {@code id} must be among them.
     *
     * @param columns selected from {@code task t}, without the alias
     * @param tail {@code order by id desc limit :limit}, or empty
     */
    String select(String columns, String tail) {
        String selected = "select " + columns + " from task t" + where("");
        if (places.isEmpty()) {
            return selected + " " + tail;
        }
        String union = places.stream()
                .map(place -> "(select " + columns + " from task t" + where(place) + " " + tail + ")")
                .collect(Collectors.joining("\nunion\n"));
        return "select * from (" + union + ") hit " + tail;
    }

    /**
     * The same, of columns that no index has. Where one index decides who matches, the rows of all others are never read: a person's
     * hundred thousand changes of which none is a deletion.
     */
    String selectRows(String columns, String tail) {
        return decidedByIndex
                ? "select " + columns + " from (" + select("t.id", tail) + ") chosen join task t on t.id = chosen.id"
                : select(columns, tail);
    }

    /** A selection with one more condition, which stays out of the others; only without free text. */
    String selectAlso(String condition, String columns, String tail) {
        return "select " + columns + " from task t" + where(condition) + " " + tail;
    }

    /**
     * Those that match among the newest of one kind, however few of them do: a selection that never looks at more than so many rows. Only
     * without free text.
     *
     * @param kind a condition with an index that is read in the order of ids: {@code t.application_id = a.id}
     * @param most how many to look at, as SQL
     */
    String selectAmongNewest(String kind, String most, String columns) {
        List<String> within = new ArrayList<>(period);
        within.add(kind);
        return "select " + columns + " from (select t.* from task t where " + String.join(" and ", within) + " order by t.id desc limit " + most
                + ") t" + where("");
    }

    /** A selection from a part of the rows, taken by chance; only without free text. */
    String selectSample(String columns, double percent) {
        return "select " + columns + " from task t tablesample system (:percent)" + with("percent", percent).where("");
    }

    boolean isSearch() {
        return !places.isEmpty();
    }

    private String where(String place) {
        List<String> all = new ArrayList<>(conditions);
        if (!place.isEmpty()) {
            all.add(place);
        }
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    private void attention(TaskFilter filter) {
        if (filter.view() == TaskFilter.View.ATTENTION) {
            conditions.add("t.status = 'FAILED'");
        }
    }

    /** Constants stand in the statement itself: only then can the planner prove that a partial index holds them. */
    private void constants(String column, List<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            conditions.add(column + values.stream().map(v -> "'" + v.name() + "'").collect(Collectors.joining(", ", " in (", ")")));
        }
    }

    private void ids(String column, String parameter, Collection<UUID> values) {
        if (!values.isEmpty()) {
            and(column + " in (:" + parameter + ")", parameter, values);
        }
    }

    /** A reader who sees everything has no condition more. */
    private void visible(Scope visible) {
        if (!visible.isAll()) {
            and("t.application_id = any (:visible)", "visible", visible.ids());
        }
    }

    private void repairs(Collection<UUID> repairs) {
        if (!repairs.isEmpty()) {
            and("t.id in (select r.task_id from bulk_repair_task r where r.repair_id in (:repair) and r.result <> 'LEFT_OUT')", "repair", repairs);
        }
    }

    /** Names have an index, which an OR would keep from use: ids are asked for only when the value is one. */
    private void initiators(List<String> initiators) {
        if (initiators.isEmpty()) {
            return;
        }
        List<UUID> ids = initiators.stream().filter(UUID_TEXT.asMatchPredicate()).map(UUID::fromString).toList();
        if (ids.isEmpty()) {
            and("t.initiator_name in (:initiator)", "initiator", initiators);
        } else {
            and("(t.initiator_name in (:initiator) or t.initiator_id in (:initiatorIds))", "initiator", initiators)
                    .with("initiatorIds", ids);
        }
    }

    /** An id carries its opening time; comparing ids lets whole partitions be left out. */
    private void period(TaskFilter filter) {
        if (filter.from() != null) {
            period.add("t.id >= :from");
            and("t.id >= :from", "from", Ids.lowest(filter.from()));
        }
        if (filter.to() != null) {
            period.add("t.id < :to");
            and("t.id < :to", "to", Ids.lowest(filter.to()));
        }
    }

    private void search(SearchWords words, Scope personal) {
        if (words.isEmpty()) {
            return;
        }
        if (words.onlyBeginnings()) {
            places.add("t.line_id in (select l.id from line l where " + each(words, "(l.search_text like :first%d or l.search_text like :later%d)") + ")");
        } else {
            places.add("t.line_id in (select l.id from line l where " + each(words, "l.search_text like :word%d") + ")");
            places.add("t.line_id in (select r.line_id from remote_name r where " + each(words, "r.search_text like :word%d") + ")");
            failures(words, personal);
        }
        number("first", words.atBeginning());
        number("later", words.atLaterWord());
        number("word", words.anywhere());
    }

    /** To be found by a value would tell as much as to be shown it. */
    private void failures(SearchWords words, Scope personal) {
        String said = each(words, "t.failure_message ilike :word%d");
        if (personal.isAll()) {
            places.add(said);
            return;
        }
        places.add("t.failure_group in (select g.id from failure_group g where " + each(words, "g.pattern ilike :word%d") + ")");
        if (personal.ids().length > 0) {
            places.add("t.application_id = any (:personal) and " + said);
            parameters.put("personal", personal.ids());
        }
    }

    private static String each(SearchWords words, String condition) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < words.words().size(); i++) {
            all.add(condition.replace("%d", String.valueOf(i)));
        }
        return String.join(" and ", all);
    }

    private void number(String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            parameters.put(name + i, values.get(i));
        }
    }
}
