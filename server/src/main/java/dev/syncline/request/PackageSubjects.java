package dev.syncline.request;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.permissionpackage.PackageItem;
import dev.syncline.permissionpackage.Packages;
import dev.syncline.permissionpackage.PermissionPackage;
import dev.syncline.request.AccessRequest.Item;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns packages that are asked for into the accounts and permissions they hold. */
@Component
class PackageSubjects {

    private final Packages packages;
    private final Applications applications;
    private final Permissions permissions;
    private final Clock clock;

    PackageSubjects(Packages packages, Applications applications, Permissions permissions, Clock clock) {
        this.packages = packages;
        this.applications = applications;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** @param complain told the place in the list and a sentence for each that cannot be asked for */
    List<Draft> toGrant(Wanted wanted, Holdings holdings, BiConsumer<Integer, String> complain) {
        Map<UUID, PermissionPackage> known = packages.findAll(
                wanted.items().stream().map(Wanted.WantedItem::packageId).filter(Objects::nonNull).distinct().toList());
        Map<UUID, List<Item>> contents = items(known.values());
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < wanted.items().size(); i++) {
            UUID id = wanted.items().get(i).packageId();
            if (id == null) {
                continue;
            }
            PermissionPackage found = known.get(id);
            if (found == null || !found.canBeRequested()) {
                complain.accept(i, "This package cannot be asked for any more. Choose from the catalogue.");
                continue;
            }
            List<Item> items = contents.getOrDefault(id, List.of());
            Optional<String> refusal = refusal(found, items, holdings).or(() -> tooLong(found, wanted));
            if (refusal.isPresent()) {
                complain.accept(i, refusal.get());
            } else {
                drafts.add(new Draft(null, id, found.name(), withAccounts(items, holdings)));
            }
        }
        return drafts;
    }

    /** What packages hold, by package. */
    Map<UUID, List<Item>> items(Collection<PermissionPackage> all) {
        List<PackageItem> held = all.stream().flatMap(one -> one.items().stream()).toList();
        Map<UUID, Application> there = applications.findAll(held.stream().map(PackageItem::applicationId).collect(Collectors.toSet()));
        Map<UUID, Permission> granted = permissions.findAll(
                held.stream().map(PackageItem::permissionId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<UUID, List<Item>> items = new HashMap<>();
        all.forEach(one -> items.put(one.id(), one.items().stream()
                .map(item -> item(item, there, granted))
                .toList()));
        return items;
    }

    private static Item item(PackageItem item, Map<UUID, Application> there, Map<UUID, Permission> granted) {
        String named = Objects.requireNonNull(there.get(item.applicationId()), "an application in a package cannot be deleted").name();
        String permission = item.permissionId() == null
                ? null
                : Objects.requireNonNull(granted.get(item.permissionId()), "a permission in a package cannot be deleted").name();
        return new Item(item.applicationId(), named, item.permissionId(), permission, null);
    }

    /** Why this user cannot ask for it now. Who has a part of it can ask for the rest. */
    Optional<String> refusal(PermissionPackage wanted, List<Item> items, Holdings holdings) {
        Optional<String> underWay = holdings.waiting().stream()
                .filter(request -> wanted.id().equals(request.packageId()))
                .map(request -> "Request " + request.number() + " for the package " + wanted.name() + " is waiting for its approval already.")
                .findFirst();
        return underWay.isPresent() || items.stream().anyMatch(item -> !holdings.has(item))
                ? underWay
                : Optional.of(holdings.user().displayName() + " has everything in the package " + wanted.name() + " already.");
    }

    private Optional<String> tooLong(PermissionPackage found, Wanted wanted) {
        Integer most = found.maxDays();
        if (most == null) {
            return Optional.empty();
        }
        boolean fits = wanted.durationDays() != null && wanted.durationDays() <= most
                || wanted.endsAt() != null && !wanted.endsAt().isAfter(clock.instant().plus(Duration.ofDays(most)));
        return fits ? Optional.empty() : Optional.of("The package " + found.name() + " can be asked for for at most " + most
                + (most == 1 ? " day." : " days.") + " Choose a shorter time.");
    }

    private static List<Item> withAccounts(List<Item> items, Holdings holdings) {
        List<Item> all = new ArrayList<>();
        items.stream().collect(Collectors.groupingBy(Item::applicationId)).values().forEach(ofOneApplication -> {
            List<Item> complete = new ArrayList<>(ofOneApplication);
            Subjects.includeAccount(complete, holdings);
            all.addAll(complete);
        });
        return all;
    }
}
