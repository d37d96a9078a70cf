package dev.syncline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks everything Spring knows that changes something: nothing of it may happen without an entry, or under a name nobody can read. */
class EveryActIsOnRecordTest {

    private static final Path TEXTS = Path.of("../console/src/locales");

    private final TestServer server = TestServer.shared();

    private record Endpoint(String method, String pattern) {

        String path() {
            return pattern.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()).replace("/**", "/Users");
        }
    }

    @Test
    void everyRequestThatChangesSomethingHasAnEntry() {
        List<Endpoint> missing = new ArrayList<>();
        for (Endpoint endpoint : mutating()) {
            String requestId = UUID.randomUUID().toString();
            Answer answer = server.api().with(Whence.REQUEST_ID, requestId).send(endpoint.method(), endpoint.path(), "{\"not\": \"expected\"}");
            List<String> outcomes = jdbc().queryForList("select outcome from audit_entry where request_id = ? and act = ?", String.class,
                    requestId, Act.of(endpoint.method(), scim(endpoint)).code());
            boolean expected = !Act.isQuestion(endpoint.method(), endpoint.pattern());
            if (expected ? !outcomes.equals(List.of(Outcome.of(answer.status()).name())) : !outcomes.isEmpty()) {
                missing.add(endpoint);
            }
        }
        assertThat(missing).as("endpoints without exactly one entry").isEmpty();
    }

    @Test
    void everyActHasWordsInEveryLanguage() throws IOException {
        for (String language : List.of("en", "zh-CN")) {
            JsonNode acts = JsonMapper.builder().build().readTree(Files.readString(TEXTS.resolve(language).resolve("pages").resolve("audit.json"))).path("acts");
            Set<String> silent = new TreeSet<>();
            for (Endpoint endpoint : mutating()) {
                String code = Act.of(endpoint.method(), scim(endpoint)).code();
                if (!Act.isQuestion(endpoint.method(), endpoint.pattern()) && !acts.has(code.replace('.', '_'))) {
                    silent.add(code.replace('.', '_'));
                }
            }
            assertThat(silent).as("acts without words in console/src/locales/" + language + "/pages/audit.json, member \"acts\"").isEmpty();
        }
    }

    private static String scim(Endpoint endpoint) {
        return endpoint.pattern().replace("/**", "/Users");
    }

    private List<Endpoint> mutating() {
        List<Endpoint> endpoints = new ArrayList<>();
        server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(info -> {
            for (String pattern : info.getPatternValues()) {
                if (pattern.startsWith("/api/v1/") || pattern.startsWith("/scim/v2/")) {
                    methods(info).forEach(method -> endpoints.add(new Endpoint(method.name(), pattern)));
                }
            }
        });
        assertThat(endpoints).as("endpoints that change something").hasSizeGreaterThan(90);
        return endpoints;
    }

    private static Set<RequestMethod> methods(RequestMappingInfo info) {
        Set<RequestMethod> named = info.getMethodsCondition().getMethods();
        Set<RequestMethod> changing = Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);
        Set<RequestMethod> all = new TreeSet<>(named.isEmpty() ? changing : named);
        all.retainAll(changing);
        return all;
    }

    private JdbcTemplate jdbc() {
        return server.bean(JdbcTemplate.class);
    }
}
