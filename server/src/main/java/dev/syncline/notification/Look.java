package dev.syncline.notification;

import dev.syncline.delivery.Channel;
import dev.syncline.delivery.Channels;
import dev.syncline.delivery.Message;
import dev.syncline.delivery.NewDelivery;
import dev.syncline.delivery.Outbox;
import dev.syncline.id.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a look: alerts begin, go on and end, and what is to be told of them is put into the outbox, all in one transaction. */
@Component
class Look {

    private final RuleRepository rules;
    private final AlertRepository alerts;
    private final Channels channels;
    private final Outbox outbox;
    private final Wording wording;
    private final Ids ids;
    private final Clock clock;

    Look(RuleRepository rules, AlertRepository alerts, Channels channels, Outbox outbox, Wording wording, Ids ids, Clock clock) {
        this.rules = rules;
        this.alerts = alerts;
        this.channels = channels;
        this.outbox = outbox;
        this.wording = wording;
        this.ids = ids;
        this.clock = clock;
    }

    /** Nothing at all when the rule was edited or deleted since it was looked with: the next look is the edited one's. */
    @Transactional
    public void conclude(Rule looked, List<Finding> found) {
        rules.lock(looked.id(), looked.version()).ifPresent(rule -> {
            Instant now = clock.instant();
            keep(rule, found, now);
            tell(rule, now);
            rules.looked(rule.id(), now, null);
        });
    }

    private void keep(Rule rule, List<Finding> found, Instant now) {
        Map<Finding.Key, Alert> open = new HashMap<>();
        alerts.unfinished(rule.id()).stream().filter(Alert::isOpen).forEach(alert -> open.put(alert.key(), alert));
        for (Finding finding : found) {
            Alert known = open.remove(finding.key());
            if (known == null) {
                alerts.insert(ids.next(), rule.id(), finding, now);
            } else {
                alerts.stillTrue(known.id(), finding, now);
            }
        }
        alerts.end(open.values().stream().filter(alert -> alert.isOver(now)).map(Alert::id).toList(), now);
    }

    private void tell(Rule rule, Instant now) {
        Map<Message.Type, List<Alert>> toTell = new EnumMap<>(Message.Type.class);
        List<UUID> finished = new ArrayList<>();
        List<Alert> unfinished = alerts.unfinished(rule.id());
        Set<Finding.Key> open = new HashSet<>(unfinished.stream().filter(Alert::isOpen).map(Alert::key).toList());
        for (Alert alert : unfinished) {
            switch (Telling.of(alert, rule, open.contains(alert.key()), now)) {
                case Telling.Tell tell -> toTell.computeIfAbsent(tell.type(), _ -> new ArrayList<>()).add(alert);
                case Telling.Wait _ -> {}
                case Telling.Done _ -> finished.add(alert.id());
            }
        }
        send(rule, toTell, now);
        toTell.forEach((type, told) -> {
            List<UUID> those = told.stream().map(Alert::id).toList();
            if (type == Message.Type.OVER) {
                alerts.finished(those);
            } else {
                alerts.told(those, now);
            }
        });
        alerts.finished(finished);
    }

    private void send(Rule rule, Map<Message.Type, List<Alert>> toTell, Instant now) {
        if (toTell.isEmpty()) {
            return;
        }
        List<NewDelivery> messages = new ArrayList<>();
        for (Channel channel : channels.findAll(rule.channelIds())) {
            toTell.forEach((type, told) -> wording.messages(type, rule, told, channel.language(), now)
                    .forEach(message -> messages.add(new NewDelivery(channel, rule.id(), rule.name(), message))));
        }
        outbox.put(messages);
    }
}
