package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Users of the platform sign in to the portal, and see nothing but the portal. */
class PortalSignInStoryTest extends PortalStory {

    private static final Set<String> SIGN_IN =
            Set.of("GET /api/v1/sign-in/openid", "GET /api/v1/sign-in/openid/start", "GET /api/v1/sign-in/openid/callback");

    @Test
    void anInvitedUserSignsInWithAOneTimePasswordAndChangesIt() {
        String userName = TestServer.unique("ming");
        String id = ok(api.post("/api/v1/users", Map.of("userName", userName, "displayName", "Ming Li"))).path("id").asString();
        assertThat(signIn(userName, "anything").status()).as("before the invitation").isEqualTo(401);

        JsonNode invitation = ok(api.post("/api/v1/users/" + id + "/portal-invitation", null));
        String oneTime = invitation.path("oneTimePassword").asString();
        assertThat(invitation.path("userName").asString()).isEqualTo(userName);
        assertThat(ok(api.get("/api/v1/users/" + id + "/portal-invitation")).path("mustChangePassword").asBoolean()).isTrue();

        Answer signedIn = signIn(userName, oneTime);
        ApiClient browser = browser(signedIn);
        assertThat(signedIn.json().path("kind").asString()).isEqualTo("USER");
        assertThat(signedIn.json().path("mustChangePassword").asBoolean()).isTrue();
        assertThat(browser.get("/api/v1/portal/requests").status()).as("before the change").isEqualTo(403);

        browser = changed(browser, oneTime);
        assertThat(browser.get("/api/v1/portal/requests").status()).isEqualTo(200);
        JsonNode session = ok(browser.get("/api/v1/session"));
        assertThat(session.path("kind").asString()).isEqualTo("USER");
        assertThat(session.path("user").path("id").asString()).isEqualTo(id);
        assertThat(signIn(userName, oneTime).status()).as("the one-time password is good once").isEqualTo(401);
        assertThat(signIn(userName, OWN_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theOneTimePasswordIsStoredNowhereAndEndsAfterSevenDays() {
        String userName = TestServer.unique("late");
        String id = ok(api.post("/api/v1/users", Map.of("userName", userName, "displayName", "Late Comer"))).path("id").asString();
        String oneTime = ok(api.post("/api/v1/users/" + id + "/portal-invitation", null)).path("oneTimePassword").asString();
        assertThat(server.database().jdbc().sql("select string_agg(s::text, '') from portal_sign_in s").query(String.class).single())
                .contains("$argon2id$").doesNotContain(oneTime);
        advance(Duration.ofDays(7));
        Answer late = signIn(userName, oneTime);
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.field("detail")).isEqualTo("The one-time password has expired. Ask an administrator to invite you again.");
        String another = ok(api.post("/api/v1/users/" + id + "/portal-invitation", null)).path("oneTimePassword").asString();
        assertThat(signIn(userName, another).status()).isEqualTo(200);
    }

    @Test
    void everythingButThePortalIsClosedToAUser() {
        Visitor ming = visitor("Ming Li");
        RequestMappingHandlerMapping endpoints = server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        List<String> open = endpoints.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPathPatternsCondition().getPatternValues().stream()
                        .flatMap(path -> methods(mapping.getMethodsCondition().getMethods()).stream().map(method -> method + " " + path)))
                .filter(endpoint -> endpoint.contains(" /api/") || endpoint.contains(" /scim/"))
                .filter(endpoint -> !endpoint.contains(" /api/v1/portal/") && !endpoint.contains(" /api/v1/session"))
                // Signing in is for everybody who is not signed in yet; who is may do it again.
                .filter(endpoint -> !SIGN_IN.contains(endpoint))
                // SCIM takes no cookie at all: there nobody is signed in.
                .filter(endpoint -> refusal(ming.portal(), endpoint) != (endpoint.contains(" /scim/") ? 401 : 403))
                .toList();
        assertThat(open).isEmpty();
        assertThat(endpoints.getHandlerMethods()).hasSizeGreaterThan(50);
    }

    private static Set<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Set.of(HttpMethod.GET.name())
                : methods.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static int refusal(ApiClient portal, String endpoint) {
        String[] parts = endpoint.split(" ");
        return portal.send(parts[0], parts[1].replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000").replace("**", "x"), null).status();
    }

    @Test
    void thePortalIsForUsers() {
        assertThat(api.get("/api/v1/portal/requests").status()).as("an API token").isEqualTo(403);
        assertThat(server.anonymous().get("/api/v1/portal/requests").status()).isEqualTo(401);
        assertThat(ok(api.get("/api/v1/session")).path("kind").asString()).isEqualTo("API_TOKEN");
    }

    @Test
    void aDisabledUserIsOutAtOnceAndStaysOutUntilEnabledAndSignedInAgain() {
        Visitor ming = visitor("Ming Li");
        ok(api.post("/api/v1/users/" + ming.id() + "/disable", null));
        assertThat(ming.portal().get("/api/v1/session").status()).isEqualTo(401);
        assertThat(signIn(ming.userName(), OWN_PASSWORD).status()).isEqualTo(401);
        Answer refused = api.post("/api/v1/users/" + ming.id() + "/portal-invitation", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("detail")).contains("is not enabled");
        ok(api.post("/api/v1/users/" + ming.id() + "/enable", null));
        assertThat(ming.portal().get("/api/v1/session").status()).as("the old session").isEqualTo(401);
        assertThat(signIn(ming.userName(), OWN_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aDeletedUserIsOutForGood() {
        Visitor ming = visitor("Ming Li");
        String path = "/api/v1/users/" + ming.id();
        ok(api.ifMatch(api.get(path).header("ETag")).delete(path));
        assertThat(ming.portal().get("/api/v1/session").status()).isEqualTo(401);
        assertThat(signIn(ming.userName(), OWN_PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void aSecondInvitationAndItsWithdrawalEndTheSessions() {
        Visitor ming = visitor("Ming Li");
        ok(api.post("/api/v1/users/" + ming.id() + "/portal-invitation", null));
        assertThat(ming.portal().get("/api/v1/session").status()).isEqualTo(401);
        ApiClient browser = signedIn(ming.id(), ming.userName());
        ok204(api.delete("/api/v1/users/" + ming.id() + "/portal-invitation"));
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(signIn(ming.userName(), OWN_PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void wrongPasswordsLockAUserLikeAnAdministrator() {
        Visitor ming = visitor("Ming Li");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(ming.userName(), "wrong").status()).isEqualTo(401);
        }
        Answer locked = signIn(ming.userName(), OWN_PASSWORD);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.field("detail")).contains("Try again in 1 minute.");
        String invitation = "/api/v1/users/" + ming.id() + "/portal-invitation";
        assertThat(ok(api.get(invitation)).path("lockedUntil").asString()).isNotEmpty();
        ok204(api.delete(invitation + "/lock"));
        assertThat(signIn(ming.userName(), OWN_PASSWORD).status()).as("unlocked").isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            signIn(ming.userName(), "wrong");
        }
        advance(Duration.ofSeconds(61));
        assertThat(signIn(ming.userName(), OWN_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aUserNamedLikeAnAdministratorCannotBeInvited() {
        Answer made = api.post("/api/v1/users", Map.of("userName", "admin", "displayName", "Adam Min"));
        Answer refused = api.post("/api/v1/users/" + ok(made).path("id").asString() + "/portal-invitation", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("detail")).contains("An administrator signs in as admin already");
    }
}
