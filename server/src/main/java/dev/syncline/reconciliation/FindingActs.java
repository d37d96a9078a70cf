package dev.syncline.reconciliation;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.connector.ObjectType;
import dev.syncline.reconciliation.ReconciliationFindingRepository.Became;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does one act on findings that are locked, and keeps what became of them. One that is refused leaves the others alone. */
@Component
class FindingActs {

    private final Applications applications;
    private final AccountLinking linking;
    private final AccountAligning aligning;
    private final ObjectLinking objects;
    private final ReconciliationFindingRepository findings;
    private final LinkRepository links;
    private final Clock clock;

    FindingActs(Applications applications, AccountLinking linking, AccountAligning aligning, ObjectLinking objects,
            ReconciliationFindingRepository findings, LinkRepository links, Clock clock) {
        this.applications = applications;
        this.linking = linking;
        this.aligning = aligning;
        this.objects = objects;
        this.findings = findings;
        this.links = links;
        this.clock = clock;
    }

    /**
     * @param some of one object type
     * @param subjects whose each becomes, by finding; only for {@link Order.Act#LINK}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Became> act(Run run, List<Finding> some, Map<UUID, UUID> subjects, Order order) {
        if (some.isEmpty()) {
            return List.of();
        }
        Application application = applications.get(run.applicationId());
        List<Became> became = switch (order.act()) {
            case LINK -> some.getFirst().objectType() == ObjectType.ACCOUNT
                    ? linking.link(application, some, subjects)
                    : objects.link(application, some, subjects);
            case KEEP -> linking.link(application, some, Map.of());
            case ALIGN -> aligning.align(run, application, some, order);
            case IGNORE -> some.stream().map(FindingActs::ignored).toList();
        };
        keep(run, some, became, order);
        return order.act() == Order.Act.LINK && order.align() ? alsoAligned(run, application, some, became, order) : became;
    }

    private void keep(Run run, List<Finding> some, List<Became> became, Order order) {
        findings.became(became, order.reason(), order.actor().name(), clock.instant());
        if (order.act() != Order.Act.IGNORE) {
            links.keep(run, some, became, order);
        }
    }

    /** Accounts that were just linked, and differ. */
    private List<Became> alsoAligned(Run run, Application application, List<Finding> some, List<Became> linked, Order order) {
        Map<UUID, Became> byId = new HashMap<>();
        linked.forEach(one -> byId.put(one.id(), one));
        List<Finding> differing = some.stream()
                .filter(finding -> finding.objectType() == ObjectType.ACCOUNT)
                .flatMap(finding -> Stream.ofNullable(byId.get(finding.id()))
                        .filter(one -> one.outcome() == Finding.Outcome.LINKED && !one.differences().isEmpty())
                        .map(finding::linked))
                .toList();
        if (differing.isEmpty()) {
            return linked;
        }
        List<Became> aligned = aligning.align(run, application, differing, order);
        keep(run, differing, aligned, new Order(Order.Act.ALIGN, order.objectType(), order.kind(), false, null, order.actor()));
        aligned.stream().filter(one -> one.outcome() != null).forEach(one -> byId.put(one.id(), one));
        return new ArrayList<>(byId.values());
    }

    private static Became ignored(Finding finding) {
        return new Became(finding.id(), Finding.Outcome.IGNORED, null, null, null, null, null, finding.differences());
    }
}
