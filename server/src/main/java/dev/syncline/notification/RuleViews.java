package dev.syncline.notification;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.delivery.Channel;
import dev.syncline.delivery.Channels;
import dev.syncline.delivery.Language;
import dev.syncline.delivery.Message;
import dev.syncline.delivery.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules and alerts as a client sees them. */
@Component
class RuleViews {

    private final RuleRepository rules;
    private final AlertRepository alerts;
    private final Channels channels;
    private final Applications applications;
    private final Clock clock;

    RuleViews(RuleRepository rules, AlertRepository alerts, Channels channels, Applications applications, Clock clock) {
        this.rules = rules;
        this.alerts = alerts;
        this.channels = channels;
        this.applications = applications;
        this.clock = clock;
    }

    record Named(UUID id, String name) {}

    /** @param alerts how many are open */
    record RuleView(
            UUID id,
            String name,
            boolean enabled,
            Condition condition,
            List<UUID> applicationIds,
            List<Named> applications,
            Severity severity,
            List<UUID> channelIds,
            List<Named> channels,
            @Nullable Integer repeatMinutes,
            boolean tellWhenOver,
            boolean withNames,
            @Nullable Hours quiet,
            Rule.@Nullable Mute mute,
            @Nullable Instant lookedAt,
            @Nullable String problem,
            int alerts,
            int version,
            Instant createdAt,
            Instant updatedAt) {}

    /**
     * @param title in the language that was asked for
     * @param path where the console shows more
     */
    record AlertView(
            UUID id,
            UUID ruleId,
            String ruleName,
            Severity severity,
            @Nullable UUID applicationId,
            @Nullable String applicationName,
            String title,
            List<String> summary,
            Facts facts,
            String path,
            Instant openedAt,
            Instant trueAt,
            @Nullable Instant endedAt,
            int told,
            @Nullable Instant toldAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt) {}

    RuleView rule(Rule rule) {
        return rules(List.of(rule)).getFirst();
    }

    List<RuleView> rules(List<Rule> all) {
        Map<UUID, Integer> open = alerts.open(all.stream().map(Rule::id).toList());
        Map<UUID, Named> receivers = channels.findAll(all.stream().flatMap(rule -> rule.channelIds().stream()).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Channel::id, channel -> new Named(channel.id(), channel.name())));
        Map<UUID, Application> places = applications.findAll(
                all.stream().flatMap(rule -> rule.applicationIds().stream()).collect(Collectors.toSet()));
        return all.stream().map(rule -> new RuleView(rule.id(), rule.name(), rule.enabled(), rule.condition(), rule.applicationIds(),
                rule.applicationIds().stream().map(places::get).filter(Objects::nonNull).map(place -> new Named(place.id(), place.name())).toList(),
                rule.severity(), rule.channelIds(), rule.channelIds().stream().map(receivers::get).toList(), rule.repeatMinutes(),
                rule.tellWhenOver(), rule.withNames(), rule.quiet(), rule.mute(), rule.lookedAt(), rule.problem(),
                open.getOrDefault(rule.id(), 0), rule.version(), rule.createdAt(), rule.updatedAt())).toList();
    }

    List<AlertView> alerts(List<Alert> all, Language language) {
        Map<UUID, Rule> of = rules.byId(all.stream().map(Alert::ruleId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Rule::id, Function.identity()));
        return all.stream()
                .flatMap(alert -> Stream.ofNullable(of.get(alert.ruleId())).map(rule -> view(alert, rule, language)))
                .toList();
    }

    private AlertView view(Alert alert, Rule rule, Language language) {
        Sentences sentences = new Sentences(language, rule.condition(), true);
        Message.Type type = alert.isOpen() ? Message.Type.OPENED : Message.Type.OVER;
        return new AlertView(alert.id(), rule.id(), rule.name(), rule.severity(), alert.applicationId(), alert.applicationName(),
                sentences.title(type, alert.applicationName(), alert.facts(), clock.instant()), sentences.summary(type, alert, clock.instant()),
                alert.facts(), Links.path(rule.condition(), alert.applicationId(), alert.facts(), alert.trueAt()), alert.openedAt(),
                alert.trueAt(), alert.endedAt(), alert.told(), alert.toldAt(), alert.acknowledgedBy(), alert.acknowledgedAt());
    }
}
