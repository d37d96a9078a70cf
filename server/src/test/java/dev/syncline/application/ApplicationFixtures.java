package dev.syncline.application;

import dev.syncline.fixtures.TestServer;
import java.util.List;
import java.util.Map;

/** Applications on the memory target, for tests of other packages. */
public final class ApplicationFixtures {

    private ApplicationFixtures() {}

    /** With the mappings mail (email) and title (attribute title, where there is one), and the secret initialPassword. */
    public static Application mapped(TestServer server, String target) {
        return create(server, target, true, List.of(
                new ApplicationBody.MappingBody(null, "mail", "user.email", false),
                new ApplicationBody.MappingBody(null, "title", "user.attributes[?'title']", false),
                new ApplicationBody.MappingBody(null, "initialPassword", "'Welcome-' + user.userName", true)));
    }

    public static Application create(TestServer server, String target, boolean synchronize, List<ApplicationBody.MappingBody> mappings) {
        return server.bean(Applications.class).create(new ApplicationBody(
                target, "memory", Map.of("name", target), null, synchronize, null, null, null, null, null, null, null, null, mappings));
    }

    public static Application unsynchronized(TestServer server, String target) {
        return create(server, target, false, List.of(new ApplicationBody.MappingBody(null, "mail", "user.email", false)));
    }

    /** With one mapping that fails for users without an attribute "desk". */
    public static Application failing(TestServer server, String target) {
        return create(server, target, true, List.of(new ApplicationBody.MappingBody(null, "room", "user.attributes.desk", false)));
    }
}
