package dev.syncline.policy;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.connector.PermissionKind;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.permissionpackage.Packages;
import dev.syncline.permissionpackage.PermissionPackage;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What policies grant: whether it exists, and what it is called; three queries for any number of grants. */
@Component
class GrantNames {

    private final Packages packages;
    private final Applications applications;
    private final Permissions permissions;

    GrantNames(Packages packages, Applications applications, Permissions permissions) {
        this.packages = packages;
        this.applications = applications;
        this.permissions = permissions;
    }

    /** A grant with its names; null where the grant has none. */
    record GrantView(
            @Nullable UUID packageId,
            @Nullable String packageName,
            UUID applicationId,
            @Nullable String applicationName,
            @Nullable UUID permissionId,
            @Nullable String permissionName,
            @Nullable PermissionKind permissionKind) {

        PolicyGrant grant() {
            return new PolicyGrant(packageId, applicationId, permissionId);
        }

        /** As a sentence names it: "Sales staff", "Directory", "Group mail of Directory". */
        @Nullable String label() {
            return packageId != null ? packageName
                    : permissionId == null ? applicationName : permissionName + " of " + applicationName;
        }
    }

    private record Known(
            Map<UUID, PermissionPackage> packages, Map<UUID, Application> applications, Map<UUID, Permission> permissions) {}

    private Known known(Collection<PolicyGrant> grants) {
        return new Known(packages.findAll(ids(grants, PolicyGrant::packageId)),
                applications.findAll(ids(grants, PolicyGrant::applicationId)),
                permissions.findAll(ids(grants, PolicyGrant::permissionId)));
    }

    private static List<UUID> ids(Collection<PolicyGrant> grants, Function<PolicyGrant, UUID> which) {
        return grants.stream().map(which).filter(Objects::nonNull).distinct().toList();
    }

    Map<PolicyGrant, GrantView> of(Collection<PolicyGrant> grants) {
        Known known = known(grants);
        return grants.stream().distinct().collect(Collectors.toMap(Function.identity(), grant -> view(grant, known)));
    }

    private static GrantView view(PolicyGrant grant, Known known) {
        PermissionPackage granted = grant.packageId() == null ? null : known.packages.get(grant.packageId());
        Application application = grant.applicationId() == null ? null : known.applications.get(grant.applicationId());
        Permission permission = grant.permissionId() == null ? null : known.permissions.get(grant.permissionId());
        return new GrantView(grant.packageId(), granted == null ? null : granted.name(),
                grant.applicationId(), application == null ? null : application.name(),
                grant.permissionId(), permission == null ? null : permission.name(), permission == null ? null : permission.kind());
    }

    /** @param enabled whether the policy is to be enabled, for which its packages must be provisionable */
    void refuseBad(List<PolicyGrant> grants, boolean enabled) {
        Known known = known(grants);
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < grants.size(); i++) {
            complaint(grants.get(i), known, enabled, "grants[" + i + "]", errors);
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(ErrorCode.INVALID_INPUT, errors.getFirst().message(), errors);
        }
    }

    private static void complaint(PolicyGrant grant, Known known, boolean enabled, String field, List<FieldError> errors) {
        if (grant.packageId() != null) {
            PermissionPackage granted = known.packages.get(grant.packageId());
            if (granted == null) {
                errors.add(new FieldError(field + ".packageId", "There is no package with the id " + grant.packageId() + "."));
            } else if (enabled && !granted.canBeProvisioned()) {
                errors.add(new FieldError(field + ".packageId", "The package " + granted.name()
                        + " is not active, or policies may not grant it; change the package first, or take it out of the policy."));
            }
            return;
        }
        Application application = known.applications.get(grant.applicationId());
        Permission permission = grant.permissionId() == null ? null : known.permissions.get(grant.permissionId());
        if (application == null) {
            errors.add(new FieldError(field + ".applicationId", "There is no application with the id " + grant.applicationId() + "."));
        } else if (grant.permissionId() != null
                && (permission == null || !permission.applicationId().equals(application.id()))) {
            errors.add(new FieldError(field + ".permissionId",
                    "The application " + application.name() + " has no permission with the id " + grant.permissionId() + "."));
        }
    }
}
