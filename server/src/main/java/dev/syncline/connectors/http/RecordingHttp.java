package dev.syncline.connectors.http;

import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.WireRequest;
import dev.syncline.connector.WireResponse;
import dev.syncline.connectors.Destinations;
import dev.syncline.connectors.RefusedDestination;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.TlsFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Sends requests over HTTP/1.1, each on record before it leaves and when it is answered. Used by many threads at once. */
public final class RecordingHttp implements AutoCloseable {

    private static final String CUT = "\n[The rest was not read: the answer is longer than 1 MiB.]";

    private static final Pattern DOT_SEGMENT = Pattern.compile("/(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    private final Duration timeout;
    private final ExecutorService executor;
    private final HttpClient client;

    /** @param timeout for a whole exchange, from connecting to the last byte of the body */
    public RecordingHttp(Duration timeout, SSLContext trust) {
        this.timeout = timeout;
        this.executor = Executors.newVirtualThreadPerTaskExecutor();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .sslContext(trust)
                .executor(executor)
                .build();
    }

    /**
     * The target's answer, whatever its status.
     *
     * @throws Stopped when there was none: Unavailable when nothing was sent, Unclear when it was, Invalid when it cannot be
     */
    public HttpReply send(HttpCall call, Exchanges exchanges) throws Stopped {
        return send(call, exchanges, _ -> {});
    }

    /** @param beforeRecorded sees the answer before it is recorded, to declare secrets it carries */
    public HttpReply send(HttpCall call, Exchanges exchanges, Consumer<HttpReply> beforeRecorded) throws Stopped {
        HttpRequest request = request(call);
        Exchanges.Exchange exchange = exchanges.begin(recorded(call));
        HttpReply reply;
        try {
            requireAllowed(call.uri().getHost(), exchange);
            reply = await(client.sendAsync(request, _ -> new CappedBody()), exchange);
        } catch (RuntimeException e) {
            exchange.broken("The request could not be carried out: " + e);
            throw e;
        }
        beforeRecorded.accept(reply);
        exchange.answered(recorded(reply));
        return reply;
    }

    /** Looks the host up first: where it leads to is asked before anything is sent there. */
    private void requireAllowed(String host, Exchanges.Exchange exchange) throws Stopped {
        Future<Void> looked = executor.submit(() -> {
            Destinations.require(host);
            return null;
        });
        try {
            looked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            looked.cancel(true);
            throw broken(exchange, new Outcome.Unavailable(
                    "The target's host name could not be looked up within %d ms.".formatted(timeout.toMillis())));
        } catch (InterruptedException e) {
            looked.cancel(true);
            Thread.currentThread().interrupt();
            throw broken(exchange, new Outcome.Unavailable("Stopped while the target's host name was looked up."));
        } catch (ExecutionException e) {
            throw broken(exchange, outcomeOf(e));
        }
    }

    private HttpReply await(CompletableFuture<HttpResponse<CappedBody.Text>> answer, Exchanges.Exchange exchange) throws Stopped {
        try {
            HttpResponse<CappedBody.Text> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new HttpReply(response.statusCode(), response.headers().map(), response.body().text(), response.body().cut());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw broken(exchange, new Outcome.Unclear("The target did not answer within %d ms.".formatted(timeout.toMillis())));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw broken(exchange, new Outcome.Unclear("Stopped while waiting for the target's answer."));
        } catch (ExecutionException e) {
            throw broken(exchange, outcomeOf(e));
        }
    }

    private static Outcome outcomeOf(ExecutionException failed) {
        Throwable failure = Objects.requireNonNullElse(failed.getCause(), failed);
        return RefusedDestination.sentence(failure).<Outcome>map(Outcome.Invalid::new).orElseGet(() -> outcomeOf(failure));
    }

    private static Outcome outcomeOf(Throwable failure) {
        return switch (failure) {
            case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
                new Outcome.Unavailable("The target's host name is not known.");
            case ConnectException e -> new Outcome.Unavailable("The target takes no connection: " + text(e));
            case HttpConnectTimeoutException e -> new Outcome.Unavailable("The target takes no connection: " + text(e));
            case SSLHandshakeException e -> new Outcome.Unavailable(TlsFailure.sentence(e).orElseGet(() -> text(e)));
            case SSLException e when TlsFailure.isBeforeAnythingWasRead(e) ->
                new Outcome.Unavailable(TlsFailure.sentence(e).orElseGet(() -> text(e)));
            case IOException e -> new Outcome.Unclear("The connection broke before the target's answer was complete: " + text(e));
            default -> throw new IllegalStateException("The HTTP client failed", failure);
        };
    }

    private static Stopped broken(Exchanges.Exchange exchange, Outcome outcome) {
        exchange.broken(switch (outcome) {
            case Outcome.Unavailable(String message) -> "Nothing was sent. " + message;
            case Outcome.Invalid(String message) -> "Nothing was sent. " + message;
            case Outcome.Unclear(String message) -> message;
            case Outcome other -> other.toString();
        });
        return new Stopped(outcome);
    }

    private HttpRequest request(HttpCall call) throws Stopped {
        // Whoever follows RFC 3986, section 5.2.4, takes it and what stands before it away: then it is about something else.
        if (DOT_SEGMENT.matcher(Objects.requireNonNullElse(call.uri().getRawPath(), "")).find()) {
            throw Stopped.invalid("The request cannot be sent: a part of its address is \".\" or \"..\", which would lead elsewhere: "
                    + call.uri() + ". Correct the name or the id that stands there.");
        }
        try {
            var publisher = call.body().map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody);
            HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).method(call.method(), publisher);
            sent(call).forEach(request::setHeader);
            return request.build();
        } catch (IllegalArgumentException e) {
            throw Stopped.invalid("The request cannot be sent: " + e.getMessage());
        }
    }

    private static Map<String, String> sent(HttpCall call) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Syncline");
        headers.putAll(call.headers());
        return headers;
    }

    private static WireRequest recorded(HttpCall call) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        sent(call).forEach((name, value) -> headers.put(name, List.of(value)));
        return new WireRequest("HTTP", call.method(), call.uri().toString(), headers, call.body().orElse(""));
    }

    private static WireResponse recorded(HttpReply reply) {
        return new WireResponse(Integer.toString(reply.status()), reply.headers(), reply.cut() ? reply.body() + CUT : reply.body());
    }

    private static String text(Exception e) {
        String message = e.getMessage() == null && e.getCause() != null ? e.getCause().getMessage() : e.getMessage();
        return (message == null ? "no reason given" : message) + ".";
    }

    @Override
    public void close() {
        client.shutdownNow();
        executor.shutdownNow();
    }
}
