package dev.syncline.governance;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.application.Applications;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes reports of when accounts were last used, in sets. */
@Service
class AccountSignIns {

    private static final int MOST = 10_000;

    /** How far the clock of who reports may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Applications applications;
    private final Accounts accounts;
    private final Clock clock;

    AccountSignIns(Applications applications, Accounts accounts, Clock clock) {
        this.applications = applications;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** One of accountId, remoteId and name says which account. */
    record Report(UUID accountId, String remoteId, String name, Instant at) {}

    /** @param index place in the list, from 0 */
    record NotTaken(int index, String message) {}

    record Result(int taken, List<NotTaken> notTaken) {}

    @Transactional
    public Result take(UUID applicationId, List<Report> reports) {
        if (applicationId == null || applications.find(applicationId).isEmpty()) {
            throw ProblemException.invalid("applicationId", "Say in which application: there is none with the id " + applicationId + ".");
        }
        if (reports == null || reports.isEmpty() || reports.size() > MOST || reports.contains(null)) {
            throw ProblemException.invalid("signIns", "Send 1 to " + MOST + " sign-ins at once.");
        }
        Known known = known(applicationId, reports);
        Map<UUID, Instant> times = new HashMap<>();
        List<NotTaken> notTaken = new ArrayList<>();
        Instant latest = clock.instant().plus(AHEAD);
        for (int i = 0; i < reports.size(); i++) {
            Report report = reports.get(i);
            Account account = known.account(report);
            if (report.at() == null || report.at().isAfter(latest)) {
                notTaken.add(new NotTaken(i, "The time is missing, or still to come."));
            } else if (account == null || !account.applicationId().equals(applicationId)) {
                notTaken.add(new NotTaken(i, "The application has no such account here; name it by accountId, remoteId or name."));
            } else {
                times.merge(account.id(), report.at(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        accounts.signedIn(times);
        return new Result(reports.size() - notTaken.size(), notTaken);
    }

    private record Known(Map<UUID, Account> byId, Map<String, Account> byRemoteId, Map<String, Account> byName) {
        @Nullable Account account(Report report) {
            if (report.accountId() != null) {
                return byId.get(report.accountId());
            }
            return report.remoteId() != null ? byRemoteId.get(report.remoteId())
                    : report.name() == null ? null : byName.get(report.name().toLowerCase(Locale.ROOT));
        }
    }

    private Known known(UUID applicationId, List<Report> reports) {
        return new Known(
                accounts.findAll(reports.stream().map(Report::accountId).filter(Objects::nonNull).distinct().toList()),
                accounts.withRemoteIds(applicationId, reports.stream().map(Report::remoteId).filter(AccountSignIns::canBeOne).distinct().toList()).stream()
                        .collect(Collectors.toMap(Account::remoteId, Function.identity(), (one, _) -> one)),
                accounts.named(applicationId, reports.stream().map(Report::name).filter(AccountSignIns::canBeOne).distinct().toList()));
    }

    /** No account has a NUL in its name, and the database could not even be asked. */
    private static boolean canBeOne(String text) {
        return text != null && text.indexOf('\0') < 0;
    }
}
