package dev.syncline.bulk;

import dev.syncline.bulk.RowRepository.Reporting;
import dev.syncline.identity.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Works off a file of users in groups, managers before those who report to them. */
@Component
class UsersRun {

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

    private final RowRepository rows;
    private final UserEntries entries;
    private final JsonMapper json;

    UsersRun(RowRepository rows, UserEntries entries, JsonMapper json) {
        this.rows = rows;
        this.entries = entries;
        this.json = json;
    }

    /** Numbers of the rows still waiting, in the order in which they can be done. */
    List<List<Integer>> groups(Batch batch) {
        List<Integer> order = ManagersFirst.waves(rows.reporting(batch.id()), Reporting::userName, Reporting::manager).stream()
                .flatMap(List::stream)
                .map(Reporting::number)
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        for (int from = 0; from < order.size(); from += Group.SIZE) {
            groups.add(order.subList(from, Math.min(order.size(), from + Group.SIZE)));
        }
        return groups;
    }

    /** What became of these rows in the caller's transaction; not written yet. */
    List<Row> next(Batch batch, List<Integer> numbers) {
        List<Row> waiting = rows.waiting(batch.id(), numbers);
        List<UserOutcome> outcomes = entries.apply(
                waiting.stream().map(row -> UserEntry.of(json.readValue(row.content(), CELLS))).toList(),
                new Act(batch.initiator(), null, batch.id()));
        List<Row> done = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            done.add(outcomes.get(i).of(waiting.get(i)));
        }
        return done;
    }
}
