package dev.syncline.notification;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;

import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the rules. */
@Service
class Rules {

    private static final int LONGEST_REASON = 1_000;

    private final RuleRepository repository;
    private final AlertRepository alerts;
    private final RuleChecks checks;
    private final Ids ids;
    private final Clock clock;

    Rules(RuleRepository repository, AlertRepository alerts, RuleChecks checks, Ids ids, Clock clock) {
        this.repository = repository;
        this.alerts = alerts;
        this.checks = checks;
        this.ids = ids;
        this.clock = clock;
    }

    List<Rule> page(String afterName, int limit) {
        return repository.page(afterName, limit);
    }

    Rule get(UUID id) {
        return repository.find(id).orElseThrow(() -> ProblemException.notFound("rule", id));
    }

    @Transactional
    public Rule create(RuleBody body) {
        checks.refuseBad(body);
        Rule rule = rule(ids.next(), body, 1);
        try {
            repository.insert(rule);
        } catch (DuplicateKeyException e) {
            throw nameTaken(body);
        }
        return get(rule.id());
    }

    /** Switching a rule off ends its alerts without a word: nobody looks any more. */
    @Transactional
    public Rule update(UUID id, int version, RuleBody body) {
        Rule before = get(id);
        checks.refuseBad(body);
        if (before.condition().getClass() != body.condition().getClass()) {
            throw ProblemException.invalid("condition.kind", "What a rule watches cannot become something else; make another rule.");
        }
        try {
            if (!repository.update(rule(id, body, version))) {
                throw ETags.mismatch("The rule " + before.name());
            }
        } catch (DuplicateKeyException e) {
            throw nameTaken(body);
        }
        if (!body.enabled()) {
            alerts.endAll(id, clock.instant());
        }
        return get(id);
    }

    /** What it is about is told to nobody any more; what was sent stays on record. */
    @Transactional
    public void delete(UUID id, int version) {
        Rule rule = get(id);
        if (!repository.delete(id, version)) {
            throw ETags.mismatch("The rule " + rule.name());
        }
    }

    @Transactional
    public Rule mute(UUID id, Instant until, String because, Actor by) {
        if (until == null || !until.isAfter(clock.instant())) {
            throw ProblemException.invalid("until", "Say until when it is muted: a time that is still to come.");
        }
        if (because != null && because.length() > LONGEST_REASON) {
            throw ProblemException.invalid("reason", "The reason may have at most " + LONGEST_REASON + " characters.");
        }
        get(id);
        repository.mute(id, new Rule.Mute(until, by.name(), because == null || because.isBlank() ? null : because.strip()));
        return get(id);
    }

    @Transactional
    public Rule unmute(UUID id) {
        get(id);
        repository.mute(id, null);
        return get(id);
    }

    private Rule rule(UUID id, RuleBody body, int version) {
        Instant now = clock.instant();
        return new Rule(id, body.name(), body.enabled(), body.condition(), body.applicationIds(), body.severity(), body.channelIds(),
                body.repeatMinutes(), body.tellWhenOver(), body.withNames(), body.quiet(), null, null, null, version, now, now);
    }

    private static ProblemException nameTaken(RuleBody body) {
        return new ProblemException(ALREADY_EXISTS, "There is already a rule called " + body.name() + ".",
                List.of(new FieldError("name", "The name is taken; choose another.")));
    }
}
