package dev.syncline.expiry;

import dev.syncline.expiry.ReminderRepository.Place;
import dev.syncline.expiry.ReminderRepository.Rule;
import dev.syncline.rights.Scope;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells users in time that something ends, so that they can ask for longer. */
@Service
class Reminders {

    private static final Logger log = LoggerFactory.getLogger(Reminders.class);

    private final ReminderRepository repository;
    private final Clock clock;

    Reminders(ReminderRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT4S")
    @Transactional
    public void look() {
        try {
            List<Integer> days = repository.rule().daysBefore();
            if (!days.isEmpty()) {
                repository.remind(days, clock.instant());
            }
        } catch (RuntimeException e) {
            log.warn("Reminding of access that ends failed, trying again: {}", e.getMessage());
        }
    }

    List<Reminder> page(@Nullable UUID user, Scope visible, Place after, int limit) {
        return repository.page(user, visible, clock.instant(), after, limit);
    }

    Rule rule() {
        return repository.rule();
    }

    @Transactional
    public Rule save(List<Integer> daysBefore, int version) {
        if (!repository.save(daysBefore.stream().distinct().sorted(Comparator.reverseOrder()).toList(), version, clock.instant())) {
            throw ETags.mismatch("The rule for reminders");
        }
        return repository.rule();
    }
}
