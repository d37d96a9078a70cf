package dev.syncline.application;

import dev.syncline.connector.AccountPages;
import dev.syncline.connector.Capability;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Listed;
import dev.syncline.connector.Listing;
import dev.syncline.connector.ObjectPages;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Pages;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Reads everything a target lists, page by page, and never inside a transaction. One that comes to no end is left off. */
@Component
public class TargetListing {

    private static final int PAGE = 200;

    /** Far beyond what a target has, so that one that never ends does not fill the disk. */
    private static final int MOST = 5_000_000;
    private static final Duration LONGEST = Duration.ofHours(6);

    /** Whether the connection can list such objects. */
    public boolean canList(Target target, ObjectType objectType) {
        Set<Capability> can = target.type().capabilities(target.settings());
        return switch (objectType) {
            case ACCOUNT -> can.contains(Capability.LIST_ACCOUNTS);
            case ORGANIZATION -> can.contains(Capability.LIST_OBJECTS) && can.contains(Capability.ORGANIZATIONS);
            case GROUP -> can.contains(Capability.LIST_OBJECTS) && can.contains(Capability.GROUPS);
        };
    }

    /**
     * @param attributes asked for by their names in the mapping, none of them secret
     * @return why it failed, as a sentence; empty when every account was read, or the taker wanted no more
     */
    public Optional<String> accounts(Target target, Set<String> attributes, AccountPages pages, Exchanges exchanges) {
        return list(target, ObjectType.ACCOUNT, pages, (connector, bounded) ->
                connector.list(PAGE, attributes, bounded::take, exchanges));
    }

    /** The same for organizations or groups. */
    public Optional<String> objects(Target target, ObjectType objectType, ObjectPages pages, Exchanges exchanges) {
        return list(target, objectType, pages, (connector, bounded) -> connector.list(objectType, PAGE, bounded::take, exchanges));
    }

    private <T extends Listed> Optional<String> list(Target target, ObjectType objectType, Pages<T> pages,
            BiFunction<Connector, Pages<T>, Listing> how) {
        String what = objectType.name().toLowerCase(Locale.ROOT) + "s";
        if (!canList(target, objectType)) {
            return Optional.of("The application " + target.name() + " can no longer list its " + what + ".");
        }
        AtomicReference<String> endless = new AtomicReference<>();
        try (Connector connector = target.type().open(target.settings())) {
            return switch (how.apply(connector, bounded(pages, what, endless))) {
                case Listing.Complete _ -> Optional.empty();
                case Listing.LeftOff _ -> Optional.ofNullable(endless.get());
                case Listing.Failed(String message) -> Optional.of("The " + what + " of " + target.name() + " could not be read. " + message);
            };
        } catch (IllegalArgumentException e) {
            return Optional.of("The connection of " + target.name() + " cannot work. " + e.getMessage());
        }
    }

    private static <T extends Listed> Pages<T> bounded(Pages<T> pages, String what, AtomicReference<String> endless) {
        long until = System.nanoTime() + LONGEST.toNanos();
        int[] read = {0};
        return page -> {
            read[0] += page.size();
            if (read[0] > MOST || System.nanoTime() > until) {
                endless.set("The target did not come to an end after " + read[0] + " " + what + ".");
                return false;
            }
            return pages.take(page);
        };
    }
}
