package dev.syncline.openid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as a sign-in needs: cookies, redirects step by step, and the form of the provider. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    /** Kept by hand: browsers take this machine for safe and send secure cookies also over http, the JDK does not. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    HttpResponse<String> delete(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("X-Syncline", "1").DELETE());
    }

    /** Where a redirect leads. */
    static String location(HttpResponse<String> redirect) {
        String location = redirect.headers().firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("No redirect but " + redirect.statusCode() + " " + redirect.body()));
        return redirect.uri().resolve(location).toString();
    }

    /** From our start through the provider's form back to the address of our callback, which is not called yet. */
    String signInAtProvider(String server, String to, String user, String password) {
        String atProvider = location(get(server + "/api/v1/sign-in/openid/start" + (to == null ? "" : "?to=" + encoded(to))));
        HttpResponse<String> page = get(atProvider);
        if (page.statusCode() == 302) {
            return location(page);
        }
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException("The provider shows no form: " + page.statusCode() + " " + page.body());
        }
        String fields = "username=" + encoded(user) + "&password=" + encoded(password) + "&credentialId=";
        return location(send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(fields))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = http.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").stream().flatMap(line -> HttpCookie.parse(line).stream()).forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.hasExpired() || cookie.getValue().isEmpty()) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
