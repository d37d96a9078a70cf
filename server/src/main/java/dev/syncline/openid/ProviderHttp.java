package dev.syncline.openid;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import dev.syncline.connectors.Destinations;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** All requests to the provider: TLS is verified, no redirect is followed, nothing takes long, and nothing is long. */
@Component
class ProviderHttp implements HTTPRequestSender, ResourceRetriever {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_ANSWER = 1 << 20;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(Redirect.NEVER).build();

    /** The body of a 200. */
    String get(URI address) throws IOException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(safe(address)).header("Accept", "application/json").GET());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode() + ", not 200");
        }
        return answer.body();
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        return new Resource(get(URI.create(address.toString())), "application/json");
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        String body = request.getBody();
        HttpRequest.Builder copy = HttpRequest.newBuilder(safe(request.getURI()))
                .method(request.getMethod().name(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> copy.header(name, value)));
        HttpResponse<String> answer = send(copy);
        HTTPResponse read = new HTTPResponse(answer.statusCode());
        answer.headers().firstValue("Content-Type").ifPresent(type -> setType(read, type));
        read.setBody(answer.body());
        return read;
    }

    private static void setType(HTTPResponse answer, String type) {
        try {
            answer.setContentType(type);
        } catch (ParseException e) {
            // then it has none, and is refused for that
        }
    }

    private static URI safe(URI address) throws IOException {
        if (!OpenIdSettingsBody.isSafe(withoutQuery(address))) {
            throw new IOException(address + " is not guarded by TLS");
        }
        Destinations.require(address.getHost());
        return address;
    }

    private static String withoutQuery(URI address) {
        return address.toString().split("\\?")[0];
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", e);
        }
    }
}
