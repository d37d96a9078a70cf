package dev.syncline.bulk;

import static dev.syncline.problem.ErrorCode.INVALID_INPUT;

import dev.syncline.bulk.UserEntryChecks.Known;
import dev.syncline.identity.Act;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Many changes of users in one request, evaluated together and done in one transaction. */
@Service
class UserBatches {

    static final int MOST = 10_000;
    private static final int MOST_ERRORS = 100;

    private final UserEntryChecks checks;
    private final UserEntries entries;
    private final Batches batches;
    private final JsonMapper json;

    UserBatches(UserEntryChecks checks, UserEntries entries, Batches batches, JsonMapper json) {
        this.checks = checks;
        this.entries = entries;
        this.batches = batches;
        this.json = json;
    }

    /** What became of the entries, in their order. */
    record Done(Batch batch, List<UserOutcome> outcomes) {}

    @Transactional
    Done make(List<UserEntry> all, boolean goodOnly, Actor actor) {
        refuseNul(all);
        Map<Integer, String> bad = bad(all);
        if (!bad.isEmpty() && !goodOnly) {
            throw refused(bad, all.size());
        }
        Batch batch = batches.begin(Batch.Kind.USERS, null, all.size() == 1 ? "1 user by API" : all.size() + " users by API",
                json.writeValueAsString(new UsersOptions(null)), all.size(), actor);
        List<UserEntry> good = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            if (!bad.containsKey(at)) {
                good.add(all.get(at));
            }
        }
        List<UserOutcome> ofGood = entries.apply(good, new Act(actor, null, batch.id()));
        List<UserOutcome> outcomes = new ArrayList<>();
        int next = 0;
        for (int at = 0; at < all.size(); at++) {
            outcomes.add(bad.containsKey(at) ? UserOutcome.failed(bad.get(at)) : ofGood.get(next++));
        }
        batches.record(batch, rows(batch, all, outcomes, bad.keySet()));
        return new Done(batch, outcomes);
    }

    /** The database keeps no text with this character, so not even what is wrong with such an entry could be kept. */
    private void refuseNul(List<UserEntry> all) {
        for (int at = 0; at < all.size(); at++) {
            if (json.writeValueAsString(all.get(at).columns()).replace("\\\\", "").contains("\\u0000")) {
                throw ProblemException.invalid("entries[" + at + "]", "The entry " + at + " holds a NUL character; remove it.");
            }
        }
    }

    /** By place: what is wrong. */
    private Map<Integer, String> bad(List<UserEntry> all) {
        Known known = checks.known(all);
        Set<String> coming = all.stream().filter(entry -> entry.action().writes()).map(UserEntry::key).collect(Collectors.toSet());
        Map<String, Integer> seen = new HashMap<>();
        Map<Integer, String> bad = new LinkedHashMap<>();
        for (int at = 0; at < all.size(); at++) {
            UserEntry entry = all.get(at);
            List<String> wrong = new ArrayList<>(checks.complaints(entry, known, coming::contains));
            Integer earlier = entry.userName().isEmpty() ? null : seen.putIfAbsent(entry.key(), at);
            Integer named = entry.newKey().filter(name -> !name.equals(entry.key())).isEmpty() ? null : seen.putIfAbsent(entry.newKey().get(), at);
            if (named != null) {
                wrong.add("newUserName \"" + UserRowChecks.shortened(entry.newName()) + "\" is in entry " + named + " already.");
            }
            if (earlier != null) {
                wrong.add("userName \"" + UserRowChecks.shortened(entry.userName()) + "\" is in entry " + earlier
                        + " already; a user can be changed once in a batch.");
            }
            if (!wrong.isEmpty()) {
                bad.put(at, String.join(" ", wrong));
            }
        }
        return bad;
    }

    private static ProblemException refused(Map<Integer, String> bad, int all) {
        List<FieldError> errors = bad.entrySet().stream()
                .limit(MOST_ERRORS)
                .map(entry -> new FieldError("entries[" + entry.getKey() + "]", entry.getValue()))
                .toList();
        return new ProblemException(INVALID_INPUT, bad.size() + " of " + all + " entries are bad, and nothing was changed. Correct them"
                + ", or send goodOnly: true to leave them out. The first: " + errors.getFirst().message(), errors);
    }

    private List<Row> rows(Batch batch, List<UserEntry> all, List<UserOutcome> outcomes, Set<Integer> bad) {
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            UserEntry entry = all.get(at);
            Row row = new Row(batch.id(), at + 1, UserRowChecks.shortened(entry.userName()), null, json.writeValueAsString(entry.columns()), null,
                    Row.Status.WAITING, null, null);
            rows.add(bad.contains(at) ? row.became(Row.Status.BAD, null, outcomes.get(at).message(), null) : outcomes.get(at).of(row));
        }
        return rows;
    }
}
