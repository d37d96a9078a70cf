package dev.syncline.bulk;

import dev.syncline.bulk.CsvFile.Line;
import dev.syncline.bulk.RowRepository.Reporting;
import dev.syncline.bulk.UserEntry.Action;
import dev.syncline.bulk.UserEntryChecks.Known;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Looks at the rows of a file of users before anything is changed. */
@Component
class UserRowChecks {

    private static final int MAX_SUBJECT = 200;
    private static final int NAMES = 10_000;

    private final RowRepository rows;
    private final UserEntryChecks checks;
    private final Users users;
    private final JsonMapper json;

    UserRowChecks(RowRepository rows, UserEntryChecks checks, Users users, JsonMapper json) {
        this.rows = rows;
        this.checks = checks;
        this.users = users;
        this.json = json;
    }

    /** A line, its cells by column without NUL characters, and the change it asks for. */
    private record Cells(Line line, Map<String, String> values, UserEntry entry) {

        static Cells of(Line line, Columns columns) {
            Map<String, String> values = columns.values(line.cells().stream().map(cell -> cell.replace("\0", "")).toList());
            return new Cells(line, values, UserEntry.of(values));
        }
    }

    /** One row per line, WAITING or BAD. Managers may still come in a later line; see {@link #refuseUnknownManagers}. */
    List<Row> check(Batch batch, Columns columns, List<Line> lines) {
        List<Cells> all = lines.stream().map(line -> Cells.of(line, columns)).toList();
        Known known = checks.known(all.stream().map(Cells::entry).toList());
        Map<String, Integer> earlier = rows.linesOf(batch.id(), all.stream().map(cells -> cells.entry().key()).collect(Collectors.toSet()));
        List<Row> checked = new ArrayList<>();
        for (Cells cells : all) {
            UserEntry entry = cells.entry();
            int number = cells.line().number();
            List<String> wrong = wrong(cells, columns, known, earlier);
            earlier.putIfAbsent(entry.key(), number);
            entry.newKey().ifPresent(name -> earlier.putIfAbsent(name, number));
            checked.add(row(batch, cells, known.users().get(entry.key()), wrong));
        }
        return checked;
    }

    private List<String> wrong(Cells cells, Columns columns, Known known, Map<String, Integer> earlier) {
        Line line = cells.line();
        UserEntry entry = cells.entry();
        if (line.cells().size() != columns.names().size()) {
            return List.of("The row has " + line.cells().size() + " columns, the header has " + columns.names().size() + ".");
        }
        List<String> wrong = new ArrayList<>();
        if (line.cells().stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
            wrong.add("The row holds a NUL character; remove it.");
        }
        String action = cells.values().get(Columns.ACTION);
        if (action != null && Action.of(action).isEmpty()) {
            wrong.add("The action \"" + shortened(action) + "\" is not known; use CREATE, UPDATE, SAVE, ENABLE, DISABLE or DELETE.");
        }
        if (!entry.userName().isEmpty() && earlier.containsKey(entry.key())) {
            wrong.add("userName \"" + shortened(entry.userName()) + "\" is in line " + earlier.get(entry.key()) + " already.");
        }
        entry.newKey().filter(name -> !name.equals(entry.key()) && earlier.containsKey(name)).ifPresent(name -> wrong.add(
                "newUserName \"" + shortened(entry.newName()) + "\" is in line " + earlier.get(name) + " already."));
        wrong.addAll(checks.complaints(entry, known, _ -> true));
        return wrong;
    }

    private Row row(Batch batch, Cells cells, @Nullable User user, List<String> wrong) {
        return new Row(batch.id(), cells.line().number(), shortened(cells.entry().userName()), user == null ? null : user.id(),
                json.writeValueAsString(cells.values()), null, wrong.isEmpty() ? Row.Status.WAITING : Row.Status.BAD,
                wrong.isEmpty() ? null : String.join(" ", wrong), null);
    }

    /** Once the whole file is read it is known who will be there. Answers how many rows are bad because of it. */
    int refuseUnknownManagers(Batch batch) {
        List<Reporting> waiting = rows.reporting(batch.id());
        Set<String> coming = waiting.stream().map(Reporting::userName).collect(Collectors.toSet());
        Map<Integer, String> managers = new HashMap<>();
        waiting.forEach(row -> row.managerIfAny().filter(name -> !coming.contains(name)).ifPresent(name -> managers.put(row.number(), name)));
        Set<String> there = there(managers.values().stream().distinct().toList());
        Map<Integer, String> unknown = new HashMap<>();
        managers.forEach((number, name) -> {
            if (!there.contains(name)) {
                unknown.put(number, "There is no user \"" + shortened(name)
                        + "\" who could be the manager, and the file has no good row for one.");
            }
        });
        if (!unknown.isEmpty()) {
            rows.refuse(batch.id(), unknown);
        }
        return unknown.size();
    }

    private Set<String> there(List<String> names) {
        Set<String> there = new HashSet<>();
        for (int from = 0; from < names.size(); from += NAMES) {
            there.addAll(users.byUserName(names.subList(from, Math.min(names.size(), from + NAMES))).keySet());
        }
        return there;
    }

    static String shortened(String text) {
        return text.length() <= MAX_SUBJECT ? text : text.substring(0, MAX_SUBJECT);
    }
}
