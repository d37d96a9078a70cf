package dev.syncline.request;

import dev.syncline.account.Account;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.permission.Binding;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.request.AccessRequest.Item;
import dev.syncline.request.Wanted.WantedItem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what clients ask for into items, and says in a sentence what cannot be asked for. */
@Component
class Subjects {

    private final Applications applications;
    private final Permissions permissions;
    private final AccessRules rules;
    private final AccessRuleRepository requestable;
    private final Clock clock;

    Subjects(Applications applications, Permissions permissions, AccessRules rules, AccessRuleRepository requestable, Clock clock) {
        this.applications = applications;
        this.permissions = permissions;
        this.rules = rules;
        this.requestable = requestable;
        this.clock = clock;
    }

    /**
     * Something new, by application. Packages are passed over.
     *
     * @param complain told the place in the list and a sentence for each that cannot be asked for
     */
    Map<UUID, List<Item>> toGrant(List<WantedItem> wanted, Holdings holdings, BiConsumer<Integer, String> complain) {
        Set<UUID> permissionIds = wanted.stream().map(WantedItem::permissionId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, Permission> known = permissions.findAll(permissionIds);
        Map<UUID, Application> involved = applications.findAll(Stream.concat(
                wanted.stream().map(WantedItem::applicationId).filter(Objects::nonNull),
                known.values().stream().map(Permission::applicationId)).collect(Collectors.toSet()));
        Map<UUID, AccessRule> accountRules = rules.of(involved.keySet());
        Set<UUID> offered = requestable.requestable(permissionIds);
        Map<UUID, List<Item>> items = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            WantedItem one = wanted.get(i);
            if (one.packageId() != null) {
                continue;
            }
            Permission permission = one.permissionId() == null ? null : known.get(one.permissionId());
            Application application = involved.get(permission == null ? one.applicationId() : permission.applicationId());
            if (application == null || one.permissionId() != null && permission == null) {
                complain.accept(i, "There is no such application or permission any more. Choose from the catalogue.");
                continue;
            }
            Item item = item(application, permission, null);
            boolean isOffered = permission == null
                    ? Objects.requireNonNull(accountRules.get(application.id()), "each application has a rule").accountRequestable()
                    : offered.contains(permission.id());
            if (!isOffered) {
                complain.accept(i, sentence(item.words()) + " cannot be asked for. Choose from the catalogue.");
                continue;
            }
            int place = i;
            holdings.refusal(item).ifPresent(refusal -> complain.accept(place, refusal));
            List<Item> ofApplication = items.computeIfAbsent(application.id(), _ -> new ArrayList<>());
            if (!ofApplication.contains(item)) {
                ofApplication.add(item);
            }
        }
        items.forEach((application, ofApplication) -> includeAccount(ofApplication, holdings));
        return items;
    }

    /** A permission needs an account to hold it: where there is none in use, the request is about the account, too. */
    static void includeAccount(List<Item> items, Holdings holdings) {
        Item first = items.getFirst();
        boolean usable = holdings.account(first.applicationId())
                .filter(account -> account.status() == Account.Status.ACTIVE || account.status() == Account.Status.REQUESTED)
                .isPresent();
        if (!usable && items.stream().noneMatch(item -> item.permissionId() == null)) {
            items.addFirst(new Item(first.applicationId(), first.applicationName(), null, null, null));
        }
    }

    /** What is to end later, by application. */
    Map<UUID, List<Item>> toProlong(List<WantedItem> wanted, @Nullable Instant endsAt, Holdings holdings, BiConsumer<Integer, String> complain) {
        Map<UUID, Permission> known = permissions.findAll(
                wanted.stream().map(WantedItem::permissionId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<UUID, Application> involved = applications.findAll(
                holdings.accounts().stream().map(Account::applicationId).collect(Collectors.toSet()));
        Map<UUID, List<Item>> items = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            WantedItem one = wanted.get(i);
            Account account = holdings.accounts().stream().filter(a -> a.id().equals(one.accountId())).findFirst().orElse(null);
            Permission permission = one.permissionId() == null ? null : known.get(one.permissionId());
            Binding binding = account == null || permission == null ? null : holdings.binding(account.id(), permission.id()).orElse(null);
            if (account == null || one.permissionId() != null && binding == null) {
                complain.accept(i, holdings.user().displayName() + " does not have this. Choose from what there is in My Access.");
                continue;
            }
            Application application = Objects.requireNonNull(involved.get(account.applicationId()), "it has accounts, so it is there");
            Item item = item(application, permission, account.id());
            String refusal = refusal(item, binding == null ? account.endsAt() : binding.endsAt(), endsAt);
            if (refusal != null) {
                complain.accept(i, refusal);
            }
            int place = i;
            holdings.underWay(item).ifPresent(sentence -> complain.accept(place, sentence));
            items.computeIfAbsent(account.applicationId(), _ -> new ArrayList<>()).add(item);
        }
        return items;
    }

    private @Nullable String refusal(Item item, @Nullable Instant present, @Nullable Instant wanted) {
        if (present == null) {
            return sentence(item.words()) + " has no end that could be moved.";
        }
        if (!present.isAfter(clock.instant())) {
            return sentence(item.words()) + " has ended. Ask for it anew.";
        }
        return wanted != null && !wanted.isAfter(present) ? "The new end has to be after the present one, " + present + "." : null;
    }

    private static Item item(Application application, @Nullable Permission permission, @Nullable UUID accountId) {
        return new Item(application.id(), application.name(), permission == null ? null : permission.id(),
                permission == null ? null : permission.name(), accountId);
    }

    static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
