package dev.syncline.lifecycle;

import dev.syncline.account.Account;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.connector.ObjectType;
import dev.syncline.intake.AccountChange.Update;
import dev.syncline.intake.Caused;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Taken;
import dev.syncline.mapping.Mapped;
import dev.syncline.mapping.Mapper;
import dev.syncline.mapping.Mapping;
import dev.syncline.mapping.Subject;
import dev.syncline.problem.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends accounts what the mappings give now and did not give before: nothing else, and nothing when nothing differs. */
@Component
class TrackedUpdates {

    private final Applications applications;
    private final Mapper mapper;
    private final Intake intake;

    TrackedUpdates(Applications applications, Mapper mapper, Intake intake) {
        this.applications = applications;
        this.mapper = mapper;
        this.intake = intake;
    }

    /** Those of the accounts whose application tracks changes, but for those of one application (null for none). */
    Map<UUID, Application> tracking(Collection<Account> accounts, @Nullable UUID except) {
        return applications.findAll(accounts.stream().map(Account::applicationId).distinct().toList()).values().stream()
                .filter(application -> application.changeTracking() && !application.id().equals(except))
                .collect(Collectors.toMap(Application::id, application -> application));
    }

    /** Their applications all track changes. */
    void send(List<TrackedAccount> accounts, Map<UUID, Application> tracking) {
        List<Caused> updates = new ArrayList<>();
        accounts.stream()
                .collect(Collectors.groupingBy(tracked -> tracked.account().applicationId()))
                .forEach((application, theirs) -> updates.addAll(updates(
                        Objects.requireNonNull(tracking.get(application), "accounts of others are not handed in"), theirs)));
        List<Taken> taken = Chunks.take(intake, updates);
        List<Caused> refused = new ArrayList<>();
        for (int i = 0; i < updates.size(); i++) {
            if (taken.get(i) instanceof Taken.Refused refusal && canBeShown(refusal)) {
                refused.add(shown(updates.get(i), refusal));
            }
        }
        Chunks.take(intake, refused);
    }

    private List<Caused> updates(Application application, List<TrackedAccount> theirs) {
        List<Mapping> mappings = application.mappings().stream()
                .filter(mapping -> mapping.objectType() == ObjectType.ACCOUNT)
                .toList();
        List<Names> names = theirs.stream()
                .map(tracked -> Names.between(mapper, application, tracked.before(), tracked.after()))
                .toList();
        List<Subject> before = new ArrayList<>();
        List<Subject> after = new ArrayList<>();
        for (int i = 0; i < theirs.size(); i++) {
            TrackedAccount tracked = theirs.get(i);
            String renamed = names.get(i).changed();
            before.add(tracked.before().withAccountName(tracked.account().name()));
            after.add(tracked.after().withAccountName(renamed == null ? tracked.account().name() : renamed));
        }
        List<Mapped> gave = mapper.map(mappings, before);
        List<Mapped> give = mapper.map(mappings, after);
        List<Caused> updates = new ArrayList<>();
        for (int i = 0; i < theirs.size(); i++) {
            MappedDifference difference = MappedDifference.between(gave.get(i), give.get(i));
            String invalid = application.dataSynchronization() ? sentences(names.get(i).invalid(), difference.invalid()) : null;
            if (names.get(i).changed() != null || !difference.attributes().isEmpty() || invalid != null) {
                updates.add(new Caused(new Update(theirs.get(i).account().id(), names.get(i).changed(), difference.attributes(),
                        List.of(), Set.of(), false, invalid), theirs.get(i).origin()));
            }
        }
        return updates;
    }

    /** An account that is gone or being deleted needs no values. */
    private static boolean canBeShown(Taken.Refused refusal) {
        return refusal.code() != ErrorCode.NOT_FOUND && refusal.code() != ErrorCode.NOT_ALLOWED_IN_STATE;
    }

    /** Nobody waits for an answer who could be told, so the task says it: the rest of the change, as INVALID. */
    private static Caused shown(Caused refused, Taken.Refused refusal) {
        Update wanted = (Update) refused.change();
        boolean nameTaken = refusal.code() == ErrorCode.ALREADY_EXISTS;
        return new Caused(new Update(wanted.accountId(), null, nameTaken ? wanted.attributes() : Map.of(), List.of(), Set.of(), false,
                sentences(refusal.message(), wanted.invalid())), refused.origin());
    }

    private static @Nullable String sentences(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + " " + other;
    }
}
