package dev.syncline.notification;

import dev.syncline.delivery.Language;
import dev.syncline.delivery.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a rule would say now, before it is saved. */
@Component
class RulePreview {

    private final RuleChecks checks;
    private final Watching watching;
    private final Clock clock;

    RulePreview(RuleChecks checks, Watching watching, Clock clock) {
        this.checks = checks;
        this.watching = watching;
        this.clock = clock;
    }

    /** @param alerts what is so now; empty when the rule would say nothing */
    record Shown(List<Line> alerts) {}

    /** @param path where the console shows more */
    record Line(@Nullable UUID applicationId, @Nullable String applicationName, String title, List<String> summary, Facts facts, String path) {}

    Shown of(RuleBody body, Language language) {
        checks.refuseBadCondition(body);
        Instant now = clock.instant();
        Sentences sentences = new Sentences(language, body.condition(), body.withNames());
        return new Shown(watching.look(body.condition(), new Scope(body.applicationIds())).stream().map(finding -> new Line(
                finding.applicationId(), finding.applicationName(),
                sentences.title(Message.Type.OPENED, finding.applicationName(), finding.facts(), now), sentences.what(finding.facts(), now),
                finding.facts(), Links.path(body.condition(), finding.applicationId(), finding.facts(), now))).toList());
    }
}
