package dev.syncline.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One endpoint, as the API describes itself.
 *
 * @param path with its parameters in braces
 * @param body schema of the body; a missing node for none
 */
record Endpoint(String method, String path, List<Parameter> parameters, JsonNode body) {

    /** @param in "path", "query", "header", "cookie" */
    record Parameter(String name, String in, JsonNode schema) {}

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** @param api an OpenAPI 3 document */
    static List<Endpoint> of(JsonNode api) {
        List<Endpoint> all = new ArrayList<>();
        api.path("paths").propertyStream().forEach(path -> path.getValue().propertyStream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> all.add(of(operation.getKey(), path.getKey(), operation.getValue()))));
        return all;
    }

    private static Endpoint of(String method, String path, JsonNode operation) {
        List<Parameter> parameters = operation.path("parameters").valueStream()
                .map(one -> new Parameter(one.path("name").asString(), one.path("in").asString(), one.path("schema"))).toList();
        return new Endpoint(method.toUpperCase(Locale.ROOT), path, parameters, operation.path("requestBody").path("content").path("application/json").path("schema"));
    }

    /** "GET /api/v1/users/{id}" */
    String name() {
        return method + " " + path;
    }

    List<Parameter> in(String place) {
        return parameters.stream().filter(parameter -> parameter.in().equals(place)).toList();
    }

    /** The list in which the thing stands that the first parameter of the path names. */
    String collection() {
        int brace = path.indexOf("/{");
        return brace < 0 ? path : path.substring(0, brace);
    }

    boolean removes() {
        return method.equals("DELETE");
    }
}
