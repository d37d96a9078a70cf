package dev.syncline.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.Colleagues;
import dev.syncline.fixtures.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks every endpoint as every role, and holds who gets in against {@code endpoint-roles.txt}. */
class EndpointRolesTest {

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
    private static final String EMPTY_FORM = "--b--\r\n";

    private static TestServer server;

    /** By the letter of the table; the value is what signs in. */
    private static final Map<Character, Map<String, String>> VISITORS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        server = TestServer.start();
        Colleagues colleagues = new Colleagues(server);
        VISITORS.put('V', token(colleagues.with(Role.VIEWER)));
        VISITORS.put('A', token(colleagues.with(Role.AUDITOR)));
        VISITORS.put('O', token(colleagues.with(Role.OPERATOR)));
        VISITORS.put('W', token(colleagues.owning()));
        VISITORS.put('P', token(colleagues.with(Role.POLICY_ADMINISTRATOR)));
        VISITORS.put('X', token(colleagues.with(Role.ADMINISTRATOR)));
        VISITORS.put('U', portalUser());
        VISITORS.put('*', Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
        VISITORS.clear();
    }

    @Test
    @DisplayName("Every endpoint lets in the roles the table says and no other; one that is not in the table, or in it twice, fails")
    void everyEndpointAsEveryRole() throws IOException {
        List<Endpoint> endpoints = Endpoint.all(server);
        List<String> found = endpoints.stream().map(endpoint -> letIn(endpoint) + " " + endpoint).toList();
        assertThat(String.join("\n", found)).isEqualTo(table());
        assertThat(endpoints).hasSizeGreaterThan(150);
    }

    @Test
    @DisplayName("An administrator without a role gets nowhere but to the own session")
    void withoutARole() throws IOException {
        Map<String, String> nobody = token(new Colleagues(server).with());
        List<String> open = Endpoint.all(server).stream()
                .filter(endpoint -> endpoint.path().startsWith("/api/"))
                .filter(endpoint -> getsIn(endpoint, nobody))
                .map(Endpoint::toString)
                .toList();
        assertThat(open).isEqualTo(table().lines().filter(line -> line.charAt(7) == '*' && line.contains(" /api/")).map(line -> line.substring(9)).toList());
    }

    private static String letIn(Endpoint endpoint) {
        String in = VISITORS.entrySet().stream()
                .map(visitor -> getsIn(endpoint, visitor.getValue()) ? visitor.getKey().toString() : "-")
                .collect(Collectors.joining());
        if (endpoint.signsOut()) {
            // The others come with a token, which outlives it.
            VISITORS.put('U', session("quite a good password"));
        }
        return in;
    }

    /** What lets in may still find the request bad; what does not says that it is a matter of rights, or of signing in. */
    private static boolean getsIn(Endpoint endpoint, Map<String, String> headers) {
        String path = endpoint.path().replaceAll("\\{[^}]*}", NOBODY).replace("**", NOBODY);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        headers.forEach(request::setHeader);
        request.setHeader("If-Match", "\"1\"");
        boolean withBody = !endpoint.method().equals("GET") && !endpoint.method().equals("DELETE");
        request.setHeader("Content-Type", endpoint.multipart() ? "multipart/form-data; boundary=b" : "application/json");
        request.method(endpoint.method(), withBody ? BodyPublishers.ofString(endpoint.multipart() ? EMPTY_FORM : "{}") : BodyPublishers.noBody());
        try {
            // A stream of events never ends: its head is enough.
            HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return switch (answer.statusCode()) {
                    case 401 -> isSignIn(endpoint);
                    case 403 -> !isARefusal(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                    default -> true;
                };
            }
        } catch (IOException e) {
            throw new IllegalStateException(endpoint.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static boolean isSignIn(Endpoint endpoint) {
        return endpoint.toString().equals("POST /api/v1/session") || endpoint.path().startsWith("/callbacks/")
                || endpoint.path().equals("/api/v1/sign-in/openid/callback");
    }

    private static boolean isARefusal(String body) {
        return body.contains("You do not have the right to do this.") || body.contains("Nobody may use this");
    }

    private static Map<String, String> token(Colleagues.Colleague colleague) {
        return Map.of("Authorization", colleague.api().authorization());
    }

    private static Map<String, String> portalUser() {
        ApiClient api = server.api();
        Answer user = api.post("/api/v1/users", Map.of("userName", "una", "displayName", "Una User"));
        String oneTime = api.post("/api/v1/users/" + user.field("id") + "/portal-invitation", null).field("oneTimePassword");
        String first = cookie(oneTime);
        server.anonymous().with("Cookie", first).with("X-Syncline", "1")
                .post("/api/v1/session/password", Map.of("currentPassword", oneTime, "newPassword", "quite a good password"));
        return session("quite a good password");
    }

    private static Map<String, String> session(String password) {
        return Map.of("Cookie", cookie(password), "X-Syncline", "1");
    }

    private static String cookie(String password) {
        return server.anonymous().post("/api/v1/session", Map.of("userName", "una", "password", password)).header("Set-Cookie").split(";")[0];
    }

    private static String table() throws IOException {
        try (InputStream file = EndpointRolesTest.class.getResourceAsStream("/endpoint-roles.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).collect(Collectors.joining("\n"));
        }
    }
}
