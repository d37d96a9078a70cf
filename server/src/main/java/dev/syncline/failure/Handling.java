package dev.syncline.failure;

import dev.syncline.failure.FailureGroup.State;
import dev.syncline.failure.Note.Event;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Scope;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about a group. Each act leaves a note. */
@Service
class Handling {

    private final FailureGroupRepository groups;
    private final NoteRepository notes;
    private final Ids ids;
    private final Clock clock;

    Handling(FailureGroupRepository groups, NoteRepository notes, Ids ids, Clock clock) {
        this.groups = groups;
        this.notes = notes;
        this.ids = ids;
        this.clock = clock;
    }

    FailureGroup get(UUID id) {
        return get(id, Scope.ALL);
    }

    /** @throws ProblemException NOT_FOUND also when the reader does not see the application */
    FailureGroup get(UUID id, Scope visible) {
        return groups.find(id).filter(group -> visible.has(group.application().id()))
                .orElseThrow(() -> ProblemException.notFound("group of failures", id));
    }

    /**
     * @param version the version the decision is based on
     * @throws ProblemException VERSION_MISMATCH when somebody else decided meanwhile, or the group came back
     */
    @Transactional
    public FailureGroup decide(UUID id, int version, GroupBody body, Actor by) {
        FailureGroup before = get(id);
        GroupBody.Decision decision = body.decision(before.state());
        Instant now = clock.instant();
        if (!groups.decide(id, version, decision.state(), decision.owner(), by.name(), now)) {
            throw ETags.mismatch("The group of failures");
        }
        if (decision.state() != before.state()) {
            notes.add(id, new Note(ids.next(), now, by.name(), event(decision.state()), decision.reason()));
        }
        if (!Objects.equals(decision.owner(), before.owner())) {
            notes.add(id, new Note(ids.next(), now, by.name(), Event.OWNER, decision.owner()));
        }
        return get(id);
    }

    @Transactional
    public Note note(UUID id, String text, Actor by) {
        get(id);
        Note note = new Note(ids.next(), clock.instant(), by.name(), Event.NOTE, text);
        notes.add(id, note);
        return note;
    }

    private static Event event(State state) {
        return switch (state) {
            case OPEN -> Event.REOPENED;
            case ACKNOWLEDGED -> Event.ACKNOWLEDGED;
            case RESOLVED -> Event.RESOLVED;
            case CAME_BACK -> throw new IllegalArgumentException("Nobody decides that a group comes back.");
        };
    }
}
