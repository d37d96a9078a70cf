package dev.syncline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Capability;
import dev.syncline.connector.Listing;
import dev.syncline.connector.Reading;
import dev.syncline.connector.RemoteAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
