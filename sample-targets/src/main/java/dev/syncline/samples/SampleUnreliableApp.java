package dev.syncline.samples;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A REST application on its worse days. Of every twenty changes one fails with 500, one is throttled with 429 and a Retry-After,
 * one is busy with 503 and one takes long; and names that begin with "x" are refused, always.
 */
public final class SampleUnreliableApp implements AutoCloseable {

    private static final int ROUND = 20;

    private final String apiKey;
    private final Duration slowness;
    private final SampleAccounts accounts = new SampleAccounts();
    private final Faults faults = new Faults();
    private final AtomicLong changes = new AtomicLong();
    private final SampleHttp http;

    private SampleUnreliableApp(String apiKey, Duration slowness) {
        this.apiKey = apiKey;
        this.slowness = slowness;
        this.http = SampleHttp.start(faults, this::answer, SampleRestApp::refuse);
    }

    /**
     * Starts on a free port.
     *
     * @param slowness how long a slow answer takes; longer than the connection's time-out to make it unclear
     */
    public static SampleUnreliableApp start(String apiKey, Duration slowness) {
        return new SampleUnreliableApp(apiKey, slowness);
    }

    private SampleResponse answer(SampleRequest request) {
        if (request.header("x-api-key").filter(apiKey::equals).isEmpty()) {
            throw new SampleRefusal(401, "The API key is not known here.");
        }
        if (request.method().equals("GET")) {
            return accounts.answer(request);
        }
        refuseByName(request);
        return switch ((int) (changes.incrementAndGet() % ROUND)) {
            case 4 -> throw new SampleRefusal(500, "Something broke inside the application.");
            case 9 -> SampleRestApp.refuse(new SampleRefusal(429, "Too many requests.")).with("Retry-After", "2");
            case 14 -> throw new SampleRefusal(503, "The application is being maintained.");
            case 19 -> slowly(request);
            default -> accounts.answer(request);
        };
    }

    private static void refuseByName(SampleRequest request) {
        boolean refused = request.method().equals("POST") && request.json().path("name").asString("").startsWith("x");
        if (refused) {
            throw new SampleRefusal(400, "Names must not begin with x here.");
        }
    }

    private SampleResponse slowly(SampleRequest request) {
        try {
            Thread.sleep(slowness);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SampleRefusal(503, "The application is stopping.");
        }
        return accounts.answer(request);
    }

    public String url() {
        return http.url();
    }

    public InetSocketAddress address() {
        return http.address();
    }

    /** Faults beyond the usual ones. */
    public Faults faults() {
        return faults;
    }

    public List<SampleAccount> accounts() {
        return accounts.all();
    }

    public Optional<SampleAccount> account(String name) {
        return accounts.named(name);
    }

    /** Settings with which the {@code rest} connector speaks to it. */
    public Map<String, String> connectorSettings() {
        return RestSettings.of(url(), apiKey);
    }

    @Override
    public void close() {
        http.close();
    }
}
