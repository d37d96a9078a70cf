package dev.syncline.fuzz;

import dev.syncline.fixtures.TestServer;
import dev.syncline.fuzz.RawRequest.Framing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.MissingNode;

/** Requests to every endpoint the API describes: nearly right ones, wrong in a place or two. */
final class ApiRequests {

    /** What takes long by its nature, or makes what never ends, is asked less often. */
    private static final List<String> RARE = List.of("/session", "/session/password", "/portal-invitation", "/test", "/export", "/stream", "/dashboard", "/openapi.json", "/run", "/runs", "/executions");

    /** What the description does not name, or what is not there. */
    private static final List<Endpoint> UNDESCRIBED = Stream.of("/{id}", "/assets/{id}", "/actuator/{id}", "/actuator/health/{id}", "/error", "/api/v1/{id}", "/api/v1/openapi.json", "/api/{id}", "/log",
            "/swagger-ui/{id}").map(path -> new Endpoint("GET", path, List.of(new Endpoint.Parameter("id", "path", MissingNode.getInstance())), MissingNode.getInstance())).toList();

    private final List<Endpoint> endpoints;
    private final List<Endpoint> weighted;
    private final Shapes shapes;
    private final Examples examples;
    private final Envelope envelope;
    private final World world;

    ApiRequests(List<Endpoint> endpoints, Shapes shapes, World world) {
        this.endpoints = Stream.concat(UNDESCRIBED.stream(), endpoints.stream()).filter(endpoint -> !endpoint.path().startsWith("/callbacks") && !endpoint.path().startsWith("/api/v1/imports")).toList();
        this.weighted = this.endpoints.stream().flatMap(endpoint -> IntStream.range(0, weight(endpoint)).mapToObj(_ -> endpoint)).toList();
        this.shapes = shapes;
        this.examples = new Examples(world);
        this.envelope = new Envelope(world);
        this.world = world;
    }

    private static int weight(Endpoint endpoint) {
        boolean rare = RARE.stream().anyMatch(endpoint.path()::endsWith);
        return rare ? 1 : endpoint.body().isMissingNode() ? 3 + endpoint.in("query").size() / 2 : 12;
    }

    /** Each endpoint at least once, then by weight. */
    RawRequest make(Dice dice, int index) {
        Endpoint endpoint = index < endpoints.size() ? endpoints.get(index) : dice.of(weighted);
        List<String> headers = new ArrayList<>(List.of(envelope.host(dice), envelope.caller(dice, endpoint.path()), "X-Syncline: 1"));
        endpoint.in("header").stream().filter(header -> header.name().equals("If-Match"))
                .forEach(_ -> headers.add("If-Match: " + (dice.oneIn(8) ? Envelope.bytes(Nasty.text(dice)) : dice.of("\"0\"", "\"1\"", "\"1\"", "\"2\""))));
        byte[] body = new byte[0];
        if (!endpoint.body().isMissingNode()) {
            headers.add("Content-Type: application/json");
            body = Breakage.of(dice, examples.has(endpoint) && !dice.oneIn(8) ? examples.of(dice, endpoint) : shapes.value(dice, endpoint.body(), ""));
        }
        RawRequest right = new RawRequest(endpoint.method() + " " + target(dice, endpoint) + " HTTP/1.1", headers, body, Framing.LENGTH);
        return dice.oneIn(5) ? envelope.broken(dice, right) : right;
    }

    private String target(Dice dice, Endpoint endpoint) {
        boolean loses = endpoint.removes() || endpoint.method().equals("PUT") || endpoint.path().endsWith("/disable");
        String path = endpoint.path();
        for (Endpoint.Parameter parameter : endpoint.in("path")) {
            String id = dice.oneIn(25) ? encoded(Nasty.text(dice)) : parameter.name().equals("number") ? "1" : world.id(dice, endpoint.collection(), loses);
            path = path.replace("{" + parameter.name() + "}", id);
        }
        String query = endpoint.in("query").stream().filter(parameter -> parameter.name().equals("limit") || dice.oneIn(endpoint.in("query").size() > 8 ? 5 : 2))
                .flatMap(parameter -> values(dice, parameter)).collect(Collectors.joining("&"));
        return path + (query.isEmpty() ? "" : "?" + query) + (dice.oneIn(60) ? "&" + encoded(Nasty.text(dice)) + "=" + encoded(Nasty.text(dice)) : "");
    }

    private Stream<String> values(Dice dice, Endpoint.Parameter parameter) {
        int times = dice.oneIn(20) ? dice.of(2, 3, 210) : 1;
        return IntStream.range(0, times).mapToObj(_ -> parameter.name() + "=" + (dice.oneIn(3)
                ? dice.oneIn(2) ? encoded(Nasty.text(dice)) : encoded(Nasty.number(dice))
                : encoded(shapes.value(dice, parameter.schema(), parameter.name()).asString(""))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.length() > 3_000 ? text.substring(0, 3_000) : text, StandardCharsets.UTF_8);
    }

    /** The token every other maker signs in with too. */
    static String token() {
        return "Authorization: Bearer " + TestServer.TOKEN;
    }
}
