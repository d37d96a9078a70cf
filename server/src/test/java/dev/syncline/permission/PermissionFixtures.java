package dev.syncline.permission;

import dev.syncline.connector.PermissionKind;
import dev.syncline.fixtures.TestServer;
import java.util.UUID;

/** Permissions for tests of other packages. */
public final class PermissionFixtures {

    private PermissionFixtures() {}

    public static Permission group(TestServer server, UUID applicationId, String name) {
        return server.bean(Permissions.class).create(
                new PermissionBody(applicationId, PermissionKind.GROUP, name, "cn=" + name, null));
    }
}
