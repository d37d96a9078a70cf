package dev.syncline.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.syncline.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a client sends; what only the server sets may come along and is passed over.
 *
 * @param enabled when left out, a new policy begins disabled and another stays as it is
 */
@JsonIgnoreProperties({"id", "number", "version", "createdAt", "updatedAt", "deletedAt", "users", "lastRun"})
record PolicyBody(
        @NotBlank(message = "Give the policy a name.") @Size(max = 200, message = "At most 200 characters.") String name,
        @Size(max = 2000, message = "At most 2000 characters.") String description,
        @NotBlank(message = "Say whom the policy is about; \"true\" for everybody.") String condition,
        @NotNull(message = "Say what happens when a user leaves the scope: UNBIND, DISABLE, DELETE or NOTHING.") OnLeaving onLeaving,
        @NotEmpty(message = "Say what the policy grants.") @Size(max = 200, message = "At most 200 grants.")
                List<@NotNull(message = "A grant must not be null.") @Valid Grant> grants,
        Boolean enabled) {

    /** A package, or an application's account, or a permission of it. */
    @JsonIgnoreProperties({"packageName", "applicationName", "permissionName", "permissionKind"})
    record Grant(UUID packageId, UUID applicationId, UUID permissionId) {}

    PolicyContent content() {
        List<PolicyGrant> wanted = new ArrayList<>();
        for (int i = 0; i < grants.size(); i++) {
            Grant grant = grants.get(i);
            if ((grant.packageId() == null) == (grant.applicationId() == null)) {
                throw ProblemException.invalid("grants[" + i + "]", "A grant is either a package or something of an application; give one of them.");
            }
            wanted.add(new PolicyGrant(grant.packageId(), grant.applicationId(), grant.packageId() == null ? grant.permissionId() : null));
        }
        return new PolicyContent(name.strip(), description == null || description.isBlank() ? null : description.strip(),
                condition.strip(), onLeaving, wanted);
    }
}
