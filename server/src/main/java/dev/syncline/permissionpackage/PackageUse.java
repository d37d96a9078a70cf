package dev.syncline.permissionpackage;

import dev.syncline.journal.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Implemented by the packages of the server that build on permission packages. */
public interface PackageUse {

    /**
     * What the change would do. Writes nothing.
     *
     * @param after null when the package is to be deleted: then each consequence is a reason not to
     */
    List<Consequence> consequences(PermissionPackage before, @Nullable PermissionPackage after);

    /** The package is changed; does what was foretold, in the same transaction. Not called for a deletion. */
    List<Consequence> changed(PermissionPackage before, PermissionPackage after, Actor actor);
}
