package dev.syncline.notification;

import dev.syncline.application.Applications;
import dev.syncline.delivery.Channel;
import dev.syncline.delivery.Channels;
import dev.syncline.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a rule must be like before it is stored or tried out. */
@Component
class RuleChecks {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_APPLICATIONS = 500;
    private static final int MOST_CHANNELS = 20;
    private static final int A_WEEK = 7 * 24 * 60;
    private static final int A_MONTH = 30 * 24 * 60;
    private static final int MOST_TASKS = 10_000;

    private final Applications applications;
    private final Channels channels;

    RuleChecks(Applications applications, Channels channels) {
        this.applications = applications;
        this.channels = channels;
    }

    /** @throws ProblemException naming the field and what to change */
    void refuseBad(RuleBody body) {
        if (body.name().isEmpty() || body.name().length() > LONGEST_NAME || body.name().chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid("name", "Give the rule a name of 1 to " + LONGEST_NAME + " characters on one line.");
        }
        refuseBadCondition(body);
        if (body.repeatMinutes() != null) {
            within("repeatMinutes", body.repeatMinutes(), 5, A_MONTH);
        }
        if (body.quiet() != null) {
            body.quiet().check("quiet");
        }
        if (body.channelIds().isEmpty() || body.channelIds().size() > MOST_CHANNELS) {
            throw ProblemException.invalid("channelIds", "Name 1 to " + MOST_CHANNELS + " channels that are told.");
        }
        Set<UUID> there = channels.findAll(body.channelIds()).stream().map(Channel::id).collect(Collectors.toSet());
        missing(body.channelIds(), there).ifPresent(id -> {
            throw ProblemException.invalid("channelIds", "There is no channel with the id " + id + ".");
        });
    }

    /** Of what has to be right to try it out. */
    void refuseBadCondition(RuleBody body) {
        switch (body.condition()) {
            case null -> throw ProblemException.invalid("condition",
                    "Say what is watched: a condition of the kind FAILURE_SHARE, BACKLOG_AGE, NO_ACTIVITY, HELD or RUN_HELD.");
            case Condition.FailureShare share -> {
                within("condition.percent", share.percent(), 1, 100);
                within("condition.minutes", share.minutes(), 5, A_WEEK);
                within("condition.atLeast", share.atLeast(), 1, MOST_TASKS);
            }
            case Condition.BacklogAge backlog -> within("condition.minutes", backlog.minutes(), 1, A_MONTH);
            case Condition.NoActivity silence -> {
                within("condition.minutes", silence.minutes(), 5, A_MONTH);
                if (silence.hours() != null) {
                    silence.hours().check("condition.hours");
                }
            }
            case Condition.Held held -> within("condition.minutes", held.minutes(), 0, A_MONTH);
            case Condition.RunHeld _ -> {}
        }
        if (!body.condition().isAboutApplications() && !body.applicationIds().isEmpty()) {
            throw ProblemException.invalid("applicationIds", "This condition is not about applications; leave them out.");
        }
        if (body.applicationIds().size() > MOST_APPLICATIONS) {
            throw ProblemException.invalid("applicationIds", "Name at most " + MOST_APPLICATIONS + " applications, or none for all of them.");
        }
        missing(body.applicationIds(), applications.findAll(body.applicationIds()).keySet()).ifPresent(id -> {
            throw ProblemException.invalid("applicationIds", "There is no application with the id " + id + ".");
        });
    }

    private static Optional<UUID> missing(List<UUID> wanted, Set<UUID> there) {
        Set<UUID> left = new HashSet<>(wanted);
        left.removeAll(there);
        return left.stream().findFirst();
    }

    private static void within(String field, Integer value, int least, int most) {
        if (value == null || value < least || value > most) {
            throw ProblemException.invalid(field, field + " must be a number from " + least + " to " + most + ".");
        }
    }
}
