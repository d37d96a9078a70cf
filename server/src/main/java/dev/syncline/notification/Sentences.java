package dev.syncline.notification;

import dev.syncline.delivery.Language;
import dev.syncline.delivery.Message;
import dev.syncline.delivery.Message.Fact;
import dev.syncline.delivery.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is so, in words. */
final class Sentences {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_QUOTE = 300;

    private final Texts texts;
    private final Condition condition;
    private final boolean withNames;

    Sentences(Language language, Condition condition, boolean withNames) {
        this.texts = Texts.of(Sentences.class, language);
        this.condition = condition;
        this.withNames = withNames;
    }

    Texts texts() {
        return texts;
    }

    String title(Message.Type type, @Nullable String application, Facts facts, Instant now) {
        // Where a rule is about no application, its title names none.
        String where = Objects.requireNonNullElse(application, "");
        String title = switch (condition) {
            case Condition.FailureShare _ -> texts.say("share.title." + so(type), where, facts.percent());
            case Condition.BacklogAge _ -> texts.say("backlog.title." + so(type), where, duration(facts.begun(), now));
            case Condition.NoActivity _ -> texts.say("silence.title." + so(type), where, duration(facts.begun(), now));
            case Condition.Held held -> switch (held.whichOnes()) {
                case ALL -> texts.say("held.title." + so(type), where, facts.concerned());
                case REMOVALS -> texts.say("removals.title." + so(type), where, facts.concerned());
            };
            case Condition.RunHeld _ -> texts.say("run.title." + so(type), facts.heldRun().name());
        };
        return type == Message.Type.STILL ? texts.say("still", title) : title;
    }

    List<String> summary(Message.Type type, Alert alert, Instant now) {
        if (type == Message.Type.OVER) {
            Instant ended = Objects.requireNonNull(alert.endedAt(), "what is over has ended");
            return List.of(texts.say("lasted", duration(alert.openedAt(), ended), time(alert.openedAt())));
        }
        List<String> sentences = new ArrayList<>(what(alert.facts(), now));
        if (type == Message.Type.STILL) {
            sentences.add(texts.say("goesOn", time(alert.openedAt())));
        }
        return sentences;
    }

    /** Of something that is so now. */
    List<String> what(Facts facts, Instant now) {
        List<String> sentences = new ArrayList<>();
        sentences.add(switch (condition) {
            case Condition.FailureShare share -> texts.say("share.what", duration(share.minutes()), facts.concerned(), facts.outOf());
            case Condition.BacklogAge age -> texts.say("backlog.what", facts.concerned(), duration(age.minutes()));
            case Condition.NoActivity _ -> texts.say("silence.what", time(facts.begun()));
            case Condition.Held held -> switch (held.whichOnes()) {
                case ALL -> texts.say("held.what", facts.concerned());
                case REMOVALS -> texts.say("removals.what", facts.concerned());
            };
            case Condition.RunHeld _ -> facts.heldRun().because();
        });
        if (facts.failureKind() != null) {
            sentences.add(texts.say("cause", texts.say("failure." + facts.failureKind())));
        }
        if (facts.group() != null) {
            sentences.add(texts.say("pattern", quote(facts.group().pattern())));
        }
        if (withNames && facts.said() != null) {
            sentences.add(texts.say("said", quote(facts.said())));
        }
        if (withNames && facts.names() != null && !facts.names().isEmpty()) {
            sentences.add(texts.say("names", String.join(texts.say("separator"), facts.names())));
        }
        return sentences;
    }

    List<Fact> facts(@Nullable String application, Facts facts, Instant now) {
        List<Fact> all = new ArrayList<>();
        if (application != null) {
            all.add(new Fact(texts.say("fact.application"), application));
        }
        if (facts.tasks() != null) {
            all.add(new Fact(texts.say("fact.tasks"), count(facts.tasks(), facts.more())));
        }
        if (facts.people() != null) {
            all.add(new Fact(texts.say("fact.people"), count(facts.people(), facts.more())));
        }
        if (facts.run() != null) {
            all.add(new Fact(texts.say("fact.accounts"), count(facts.run().touching(), false)));
        }
        if (facts.since() != null) {
            boolean justNow = Duration.between(facts.since(), now).toMinutes() < 1;
            all.add(new Fact(texts.say("fact.since"),
                    justNow ? time(facts.since()) : texts.say("since", time(facts.since()), duration(facts.since(), now))));
        }
        return all;
    }

    private String count(int number, boolean more) {
        return texts.say(more ? "atLeast" : "number", number);
    }

    private static String so(Message.Type type) {
        return switch (type) {
            case OVER -> "over";
            case TEST, OPENED, STILL -> "so";
        };
    }

    private static String quote(String said) {
        String line = said.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private String duration(int minutes) {
        return duration(Duration.ofMinutes(minutes));
    }

    private String duration(Instant from, Instant to) {
        return duration(Duration.between(from, to));
    }

    /** In the unit that says enough. */
    private String duration(Duration length) {
        if (length.compareTo(Duration.ofDays(2)) >= 0) {
            return texts.say("days", length.toDays());
        }
        return length.compareTo(Duration.ofHours(2)) >= 0
                ? texts.say("hours", length.toHours())
                : texts.say("minutes", Math.max(length.toMinutes(), 0));
    }
}
