package dev.syncline.rights;

import dev.syncline.fixtures.TestServer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Something a server answers to.
 *
 * @param path with its variables in braces
 */
record Endpoint(String method, String path, boolean multipart) {

    private static final Set<String> SIGN_OUT = Set.of("DELETE /api/v1/session", "DELETE /api/v1/session/all");

    /** Every one Spring knows, in the order of their paths; signing out comes last, so that all others can be asked before. */
    static List<Endpoint> all(TestServer server) {
        return server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(Endpoint::of)
                .filter(endpoint -> !endpoint.path.equals("/error"))
                .distinct()
                .sorted(Comparator.comparing(Endpoint::signsOut)
                        .thenComparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    /** Whether it ends the session it comes with. */
    boolean signsOut() {
        return SIGN_OUT.contains(toString());
    }

    private static Stream<Endpoint> of(RequestMappingInfo mapping) {
        boolean multipart = mapping.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
        return mapping.getPathPatternsCondition().getPatternValues().stream()
                .flatMap(path -> methods(mapping).map(method -> new Endpoint(method, path, multipart)));
    }

    private static Stream<String> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("GET") : methods.stream().map(Enum::name);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
