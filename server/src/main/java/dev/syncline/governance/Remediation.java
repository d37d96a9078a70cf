package dev.syncline.governance;

import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.governance.Definition.Side;
import dev.syncline.governance.FindingRepository.Became;
import dev.syncline.intake.AccountChange;
import dev.syncline.intake.Caused;
import dev.syncline.intake.Intake;
import dev.syncline.intake.Origin;
import dev.syncline.intake.Taken;
import dev.syncline.journal.Actor;
import dev.syncline.task.Cause;
import dev.syncline.task.Ledger;
import dev.syncline.task.Priority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does something about a group of findings in the caller's transaction. What is no longer there is left alone. */
@Component
class Remediation {

    private final Detectors detectors;
    private final Adoption adoption;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Intake intake;

    Remediation(Detectors detectors, Adoption adoption, Entitlements entitlements, Ledger ledger, Intake intake) {
        this.detectors = detectors;
        this.adoption = adoption;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.intake = intake;
    }

    /**
     * How it is done.
     *
     * @param side of a separation of duties
     * @param batchId the run; null for the decision of a person
     */
    record Order(Remedy remedy, @Nullable Side side, Actor actor, @Nullable UUID batchId) {}

    /** A change that is due to a finding. */
    private record Due(Finding finding, AccountChange change, UUID accountId) {}

    /** @return what became of each finding */
    List<Became> act(Run run, List<Finding> findings, Order order) {
        ledger.lock(findings.stream().map(Finding::accountId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, Found> there = detectors.of(run.definition()).still(run, findings).stream()
                .collect(Collectors.toMap(Found::key, Function.identity(), (one, _) -> one));
        Map<UUID, Found> found = new HashMap<>();
        findings.stream().filter(finding -> there.containsKey(finding.key()))
                .forEach(finding -> found.put(finding.id(), there.get(finding.key())));
        Map<UUID, UUID> accountIds = withAccounts(findings, found, order);
        ledger.lock(accountIds.values());
        List<Due> due = findings.stream()
                .flatMap(finding -> Stream.ofNullable(found.get(finding.id()))
                        .flatMap(still -> due(finding, still, accountIds.get(finding.id()), order)))
                .toList();
        overrule(due, order);
        Map<UUID, List<Taken>> taken = take(due, order);
        return findings.stream().map(finding -> became(finding, found.containsKey(finding.id()), accountIds.get(finding.id()),
                taken.getOrDefault(finding.id(), List.of()))).toList();
    }

    /** Those that are not known here get an account first, so that they have a line in the log, and a name. */
    private Map<UUID, UUID> withAccounts(List<Finding> findings, Map<UUID, Found> found, Order order) {
        Map<UUID, UUID> ids = new HashMap<>();
        List<Found> strange = found.values().stream().filter(one -> one.kind() == Found.Kind.NOT_KNOWN_HERE)
                .filter(one -> order.remedy() == Remedy.DELETE || !Boolean.FALSE.equals(one.facts().get("active"))).toList();
        Map<String, UUID> kept = adoption.keepAsNobodys(strange);
        findings.forEach(finding -> {
            UUID known = found.containsKey(finding.id()) && found.get(finding.id()).accountId() != null
                    ? found.get(finding.id()).accountId()
                    : finding.accountId();
            UUID id = kept.getOrDefault(finding.key(), known);
            if (id != null) {
                ids.put(finding.id(), id);
            }
        });
        return ids;
    }

    private static Stream<Due> due(Finding finding, Found found, @Nullable UUID accountId, Order order) {
        return switch (found.kind()) {
            case DORMANT, WITHOUT_USER, DUPLICATE, NOT_KNOWN_HERE, UNJUSTIFIED_ACCOUNT -> whole(finding, Stream.ofNullable(accountId), order);
            case UNJUSTIFIED_PERMISSION -> unbound(finding, found.holds());
            case FORBIDDEN_GRANT -> order.remedy() == Remedy.UNBIND
                    ? unbound(finding, found.holds())
                    : whole(finding, found.holds().stream().map(Hold::accountId), order);
            case SEPARATION_OF_DUTIES -> {
                List<Hold> side = found.holds().stream().filter(hold -> hold.side() == order.side()).toList();
                yield order.remedy() == Remedy.UNBIND ? unbound(finding, side) : whole(finding, side.stream().map(Hold::accountId).distinct(), order);
            }
        };
    }

    private static Stream<Due> whole(Finding finding, Stream<UUID> accountIds, Order order) {
        return switch (order.remedy()) {
            case NOTIFY, UNBIND -> Stream.of();
            case DISABLE -> accountIds.map(id -> new Due(finding, new AccountChange.Disable(id), id));
            case DELETE -> accountIds.map(id -> new Due(finding, new AccountChange.Delete(id), id));
        };
    }

    private static Stream<Due> unbound(Finding finding, List<Hold> holds) {
        return holds.stream().collect(Collectors.groupingBy(Hold::accountId, LinkedHashMap::new,
                        Collectors.mapping(Hold::permissionId, Collectors.toSet()))).entrySet().stream()
                .map(hold -> new Due(finding, new AccountChange.Update(hold.getKey(), null, Map.of(), List.of(), hold.getValue()), hold.getKey()));
    }

    /** An approved request does not outlast the review that overrules it; what policies justify is theirs to tell. */
    private void overrule(List<Due> due, Order order) {
        if (order.remedy() != Remedy.UNBIND || due.isEmpty()) {
            return;
        }
        Map<UUID, Set<UUID>> byUser = new HashMap<>();
        due.forEach(one -> {
            if (one.change() instanceof AccountChange.Update update && one.finding().userId() != null) {
                byUser.computeIfAbsent(one.finding().userId(), _ -> new HashSet<>()).addAll(update.unbind());
            }
        });
        entitlements.revoke(entitlements.of(byUser.keySet()).values().stream().flatMap(List::stream)
                .filter(entitlement -> entitlement.reason() != Entitlement.Reason.POLICY && entitlement.permissionId() != null)
                .filter(entitlement -> byUser.getOrDefault(entitlement.userId(), Set.of()).contains(entitlement.permissionId()))
                .toList());
    }

    /** An account may occur once in what is taken together, so several findings about one account are taken one after the other. */
    private Map<UUID, List<Taken>> take(List<Due> all, Order order) {
        Map<UUID, List<Taken>> taken = new HashMap<>();
        List<Due> left = all;
        while (!left.isEmpty()) {
            List<Due> now = new ArrayList<>();
            List<Due> later = new ArrayList<>();
            Set<UUID> used = new HashSet<>();
            left.forEach(due -> (used.add(due.accountId()) ? now : later).add(due));
            List<Taken> results = intake.take(now.stream().map(due -> new Caused(due.change(), origin(due.finding(), order))).toList());
            for (int i = 0; i < now.size(); i++) {
                taken.computeIfAbsent(now.get(i).finding().id(), _ -> new ArrayList<>()).add(results.get(i));
            }
            left = later;
        }
        return taken;
    }

    private static Origin origin(Finding finding, Order order) {
        return new Origin(finding.family().source(), order.actor(), new Cause("FINDING", finding.id(), finding.causeName()), order.batchId(),
                order.batchId() == null ? Priority.INTERACTIVE : Priority.BULK);
    }

    private static Became became(Finding finding, boolean there, @Nullable UUID accountId, List<Taken> taken) {
        if (!there) {
            return new Became(finding.id(), Finding.Status.RESOLVED, "It is there no more.", accountId);
        }
        if (taken.isEmpty()) {
            return new Became(finding.id(), Finding.Status.OPEN, "There is nothing to do about it this way.", accountId);
        }
        String refused = taken.stream().map(one -> one instanceof Taken.Refused refusal ? refusal.message() : null)
                .filter(Objects::nonNull).collect(Collectors.joining(" "));
        if (!refused.isEmpty()) {
            return new Became(finding.id(), Finding.Status.OPEN, refused, accountId);
        }
        return new Became(finding.id(), Finding.Status.ACTED, taken.stream().map(Remediation::sentence).distinct().collect(Collectors.joining(" ")),
                accountId);
    }

    private static String sentence(Taken taken) {
        return switch (taken) {
            case Taken.Opened _ -> "A task carries it to the target.";
            case Taken.Applied _ -> "It took effect here at once; the application's data synchronization is off.";
            case Taken.Unchanged unchanged -> unchanged.message();
            case Taken.Refused refused -> refused.message();
        };
    }
}
