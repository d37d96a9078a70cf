package dev.syncline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Capability;
import dev.syncline.connector.Change;
import dev.syncline.connector.ListedObject;
import dev.syncline.connector.Listing;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Reading;
import dev.syncline.connector.RemoteAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a connector lists the accounts of its target. */
interface ListingContract extends ContractPart {

    @Test
    default void listsEveryAccountPageByPage() {
        needs(Capability.LIST_ACCOUNTS);
        try (Trial trial = Trial.of(subject())) {
            Map<String, String> made = new HashMap<>();
            IntStream.range(0, 5).mapToObj(_ -> newName()).forEach(name -> made.put(name, trial.create(name)));
            Map<String, RemoteAccount> listed = new HashMap<>();
            Listing listing = trial.list(2, page -> {
                assertThat(page).hasSizeBetween(1, 2);
                page.forEach(account -> listed.put(account.name(), account));
                return true;
            });
            assertThat(listing).isInstanceOf(Listing.Complete.class);
            made.forEach((name, id) -> {
                assertThat(listed).containsKey(name);
                assertThat(listed.get(name).remoteId()).isEqualTo(id);
                assertThat(listed.get(name).active()).isEqualTo(seen(name).enabled());
                assertThat(listed.get(name).attributes()).doesNotContainKeys(subject().secretAttributes().toArray(String[]::new));
            });
        }
    }

    /** Where a list tells what was asked for, it tells the truth; a connector that compares nothing may leave all of it out. */
    @Test
    default void listsTheAttributesThatAreAskedFor() {
        needs(Capability.LIST_ACCOUNTS);
        try (Trial trial = Trial.of(subject())) {
            String free = subject().freeAttribute();
            String with = newName();
            String without = newName();
            trial.done(trial.change(Action.CREATE, with, Optional.empty(), attributesAnd(with, "+49 30 1234567")));
            trial.create(without);
            Set<String> asked = new HashSet<>(attributesAnd(with, "").keySet());
            asked.removeAll(subject().secretAttributes());
            Map<String, Map<String, Object>> listed = new HashMap<>();
            assertThat(trial.list(3, asked, page -> {
                page.forEach(account -> listed.put(account.name(), account.attributes()));
                return true;
            })).isInstanceOf(Listing.Complete.class);
            asked.stream().filter(listed.get(with)::containsKey).forEach(name ->
                    assertThat(listed.get(with).get(name)).as(name).hasToString(seen(with).attributes().get(name)));
            subject().secretAttributes().forEach(secret -> assertThat(listed.get(with)).as("no secrets").doesNotContainKey(secret));
            assertThat(listed.get(without)).satisfiesAnyOf(
                    values -> assertThat(values).doesNotContainKey(free), values -> assertThat(values).containsEntry(free, null));
        }
    }

    @Test
    default void listsOrganizationsWithWhatTheyAreIn() {
        needs(Capability.LIST_OBJECTS);
        needs(Capability.ORGANIZATIONS);
        try (Trial trial = Trial.of(subject())) {
            String top = newName();
            String topId = made(trial, ObjectType.ORGANIZATION, top, Change.Place.TOP);
            List<String> names = IntStream.range(0, 3).mapToObj(_ -> newName()).toList();
            List<String> ids = names.stream().map(name -> made(trial, ObjectType.ORGANIZATION, name, Change.Place.in(topId))).toList();
            Map<String, ListedObject> listed = listed(trial, ObjectType.ORGANIZATION);
            assertThat(listed.get(topId)).isEqualTo(new ListedObject(topId, top, Optional.empty()));
            IntStream.range(0, 3).forEach(i ->
                    assertThat(listed.get(ids.get(i))).isEqualTo(new ListedObject(ids.get(i), names.get(i), Optional.of(topId))));
            List<ListedObject> few = new ArrayList<>();
            assertThat(trial.list(ObjectType.ORGANIZATION, 1, page -> !few.addAll(page))).isInstanceOf(Listing.LeftOff.class);
            assertThat(few).hasSize(1);
        }
    }

    @Test
    default void listsGroups() {
        needs(Capability.LIST_OBJECTS);
        needs(Capability.GROUPS);
        try (Trial trial = Trial.of(subject())) {
            String member = trial.create(newName());
            List<String> names = IntStream.range(0, 3).mapToObj(_ -> newName()).toList();
            List<String> ids = names.stream()
                    .map(name -> trial.done(trial.object(Action.CREATE, ObjectType.GROUP, name, Optional.empty(), Optional.empty(),
                            Optional.of(List.of(member)))).remoteId().orElseThrow())
                    .toList();
            Map<String, ListedObject> listed = listed(trial, ObjectType.GROUP);
            IntStream.range(0, 3).forEach(i -> assertThat(listed.get(ids.get(i)).name()).isEqualTo(names.get(i)));
        }
    }

    private String made(Trial trial, ObjectType type, String name, Change.Place place) {
        return trial.done(trial.object(Action.CREATE, type, name, Optional.empty(), Optional.of(place), Optional.empty())).remoteId().orElseThrow();
    }

    private Map<String, ListedObject> listed(Trial trial, ObjectType type) {
        Map<String, ListedObject> listed = new HashMap<>();
        assertThat(trial.list(type, 2, page -> {
            assertThat(page).hasSizeBetween(1, 2);
            page.forEach(object -> listed.put(object.remoteId(), object));
            return true;
        })).isInstanceOf(Listing.Complete.class);
        return listed;
    }

    @Test
    default void listsNoFurtherThanIsWanted() {
        needs(Capability.LIST_ACCOUNTS);
        try (Trial trial = Trial.of(subject())) {
            IntStream.range(0, 3).forEach(_ -> trial.create(newName()));
            List<RemoteAccount> listed = new ArrayList<>();
            assertThat(trial.list(1, page -> !listed.addAll(page))).isInstanceOf(Listing.LeftOff.class);
            assertThat(listed).hasSize(1);
            assertThat(trial.read(newName(), Optional.empty())).as("the connection goes on").isInstanceOf(Reading.Gone.class);
        }
    }
}
