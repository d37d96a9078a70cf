package dev.syncline.permissionpackage;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.permissionpackage.PackageView.ItemView;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What packages hold: whether it exists, and what it is called; two queries for any number of items. */
@Component
class PackageItems {

    private final Applications applications;
    private final Permissions permissions;

    PackageItems(Applications applications, Permissions permissions) {
        this.applications = applications;
        this.permissions = permissions;
    }

    private record Known(Map<UUID, Application> applications, Map<UUID, Permission> permissions) {

        String applicationOf(PackageItem item) {
            return Objects.requireNonNull(applications.get(item.applicationId()), "it is not deleted while a package names it").name();
        }
    }

    private Known known(Collection<PackageItem> items) {
        return new Known(
                applications.findAll(items.stream().map(PackageItem::applicationId).collect(Collectors.toSet())),
                permissions.findAll(items.stream().map(PackageItem::permissionId).filter(Objects::nonNull).collect(Collectors.toSet())));
    }

    void refuseUnknown(List<PackageItem> items) {
        Known known = known(items);
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            PackageItem item = items.get(i);
            Application application = known.applications.get(item.applicationId());
            if (application == null) {
                errors.add(new FieldError("items[" + i + "].applicationId",
                        "There is no application with the id " + item.applicationId() + "."));
            } else if (item.permissionId() != null && !belongs(known.permissions.get(item.permissionId()), application)) {
                errors.add(new FieldError("items[" + i + "].permissionId",
                        "The application " + application.name() + " has no permission with the id " + item.permissionId() + "."));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(ErrorCode.INVALID_INPUT, errors.getFirst().message(), errors);
        }
    }

    private static boolean belongs(@Nullable Permission permission, Application application) {
        return permission != null && permission.applicationId().equals(application.id());
    }

    /** With the names of what they hold. */
    List<PackageView> views(List<PermissionPackage> packages) {
        Known known = known(packages.stream().flatMap(one -> one.items().stream()).toList());
        return packages.stream().map(one -> PackageView.of(one, one.items().stream().map(item -> view(item, known)).toList())).toList();
    }

    private static ItemView view(PackageItem item, Known known) {
        Permission permission = item.permissionId() == null ? null : known.permissions.get(item.permissionId());
        return new ItemView(item.applicationId(), known.applicationOf(item), item.permissionId(),
                permission == null ? null : permission.name(), permission == null ? null : permission.kind());
    }
}
