package dev.syncline.retention;

import dev.syncline.background.Lease;
import dev.syncline.id.Ids;
import dev.syncline.integrity.Expiring.What;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives up what is over, month by month: the partition where nothing in it has to stay, else what is over in small groups. A month is over when
 * its last day is older than the period. Several servers may do it at once: the second finds nothing left.
 */
@Component
class GivingUp {

    private static final Logger log = LoggerFactory.getLogger(GivingUp.class);

    private final Periods periods;
    private final Months months;
    private final Leftovers leftovers;
    private final Lease lease;
    private final Clock clock;

    GivingUp(Periods periods, Months months, Leftovers leftovers, Lease lease, Clock clock) {
        this.periods = periods;
        this.months = months;
        this.leftovers = leftovers;
        this.lease = lease;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void run() {
        for (What what : What.values()) {
            try {
                giveUp(what);
            } catch (DataAccessException e) {
                log.warn("Giving up {} whose period is over is tried again in an hour: {}", what, e.getMessage());
            }
        }
    }

    private void giveUp(What what) {
        List<Period> all = periods.all();
        Period everywhere = periods.everywhere();
        List<Integer> days = all.stream().map(period -> period.days(what)).toList();
        if (everywhere.days(what) != null && days.stream().allMatch(Objects::nonNull)) {
            YearMonth last = over(days.stream().mapToInt(Integer::intValue).max().orElseThrow());
            months.upTo(what, last).forEach(month -> months.drop(what, month));
        }
        List<Period> own = all.stream().filter(period -> period.applicationId() != null).toList();
        own.forEach(period -> delete(what, period, List.of()));
        delete(what, everywhere, own.stream().map(Period::applicationId).toList());
    }

    private void delete(What what, Period period, List<UUID> others) {
        Integer days = period.days(what);
        if (days != null) {
            UUID before = Ids.lowest(Months.start(over(days).plusMonths(1)));
            boolean more = true;
            while (more && !lease.stopping()) {
                more = leftovers.delete(what, period.applicationId(), others, before);
            }
        }
    }

    /** The last month that is over. */
    private YearMonth over(int days) {
        return YearMonth.from(clock.instant().minus(Duration.ofDays(days)).atZone(ZoneOffset.UTC)).minusMonths(1);
    }
}
