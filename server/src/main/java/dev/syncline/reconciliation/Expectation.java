package dev.syncline.reconciliation;

import dev.syncline.account.Account;
import dev.syncline.application.Application;
import dev.syncline.identity.Organization;
import dev.syncline.identity.User;
import dev.syncline.mapping.Mapper;
import dev.syncline.mapping.Mapping;
import dev.syncline.mapping.Subject;
import dev.syncline.presence.Presence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of accounts of one application, and what was found of them in the same words.
 *
 * @param mappings of accounts, without those of secrets: what a target has of a secret nobody may ask
 * @param masked attributes whose values are not shown
 * @param codes of organizations that are known to be there, by the target's id
 */
record Expectation(
        Application application, List<Mapping> mappings, Set<String> masked, Map<String, String> codes, Mapper mapper,
        Map<UUID, Organization> organizations) {

    Set<String> mapped() {
        return mappings.stream().map(Mapping::target).collect(Collectors.toUnmodifiableSet());
    }

    /** What the mapping gives an account of this name; an expression that fails expects nothing. */
    Map<String, Object> of(User user, String accountName) {
        Organization organization = user.organizationId() == null ? null : organizations.get(user.organizationId());
        return mapper.map(mappings, Subject.of(user, organization).withAccountName(accountName)).attributes();
    }

    /** @param user null for an account of nobody: then what is known of it is what is expected */
    Map<String, Object> of(Account account, @Nullable User user) {
        return user == null ? account.attributes() : of(user, account.name());
    }

    /** What was found, organizations by their codes. Where one is not known here, nothing is said of it. */
    Map<String, Object> found(Finding finding) {
        Map<String, Object> found = new LinkedHashMap<>(finding.attributes());
        Object place = found.get(Presence.PARENT);
        if (place != null) {
            String code = codes.get(place.toString());
            if (code == null) {
                found.remove(Presence.PARENT);
            } else {
                found.put(Presence.PARENT, code);
            }
        }
        return found;
    }

    /** Differences of the values alone. */
    List<Difference> differences(Map<String, Object> expected, Finding finding) {
        return Comparison.differences(expected, found(finding), masked);
    }

    Map<String, Object> known(Map<String, Object> expected, Finding finding) {
        return Comparison.known(expected, found(finding), mapped());
    }
}
