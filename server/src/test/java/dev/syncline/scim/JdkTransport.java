package dev.syncline.scim;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;

/** How a JAX-RS client's requests travel: Jersey's own transport is the JDK's old client, which knows no PATCH. */
final class JdkTransport implements Connector {

    private static final Set<String> SET_BY_THE_JDK = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        SET_BY_THE_JDK.addAll(Set.of("Content-Length", "Host", "Connection"));
    }

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public ClientResponse apply(ClientRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(translated(request), HttpResponse.BodyHandlers.ofByteArray());
            ClientResponse response = new ClientResponse(Response.Status.fromStatusCode(answer.statusCode()), request);
            answer.headers().map().forEach((name, values) -> response.getHeaders().addAll(name, values));
            response.setEntityStream(new ByteArrayInputStream(answer.body()));
            return response;
        } catch (IOException e) {
            throw new ProcessingException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessingException(e);
        }
    }

    private static HttpRequest translated(ClientRequest request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (request.hasEntity()) {
            request.setStreamProvider(_ -> body);
            request.writeEntity();
        }
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getUri()).method(request.getMethod(),
                request.hasEntity() ? HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()) : HttpRequest.BodyPublishers.noBody());
        request.getStringHeaders().forEach((name, values) -> {
            if (!SET_BY_THE_JDK.contains(name)) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    @Override
    public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
        throw new UnsupportedOperationException("The client under test asks one thing after the other.");
    }

    @Override
    public String getName() {
        return "JDK";
    }

    @Override
    public void close() {
        http.close();
    }
}
