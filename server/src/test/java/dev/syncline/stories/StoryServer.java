package dev.syncline.stories;

import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.SettableClock;
import dev.syncline.fixtures.TestServer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One server for all stories of a test run. They move its clock forward, so it is not the one other tests share. */
final class StoryServer implements BeforeAllCallback {

    private static TestServer server;

    @Override
    public void beforeAll(ExtensionContext context) {
        // Kept by the root, which closes it after the last class.
        server = context.getRoot().getStore(Namespace.create(StoryServer.class))
                .computeIfAbsent(TestServer.class, _ -> TestServer.start(), TestServer.class);
    }

    static TestServer server() {
        return server;
    }

    static ApiClient api() {
        return server.api();
    }

    static SettableClock clock() {
        return server.clock();
    }
}
