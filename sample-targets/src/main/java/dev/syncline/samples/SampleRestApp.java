package dev.syncline.samples;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** An application with a plain REST interface and an API key: accounts with attributes, a switch and roles. */
public final class SampleRestApp implements AutoCloseable {

    private final String apiKey;
    private final SampleAccounts accounts = new SampleAccounts();
    private final Faults faults = new Faults();
    private final SampleHttp http;

    private SampleRestApp(String apiKey) {
        this.apiKey = apiKey;
        this.http = SampleHttp.start(faults, this::answer, SampleRestApp::refuse);
    }

    /** Starts on a free port and answers those who send this key as {@code X-Api-Key}. */
    public static SampleRestApp start(String apiKey) {
        return new SampleRestApp(apiKey);
    }

    private SampleResponse answer(SampleRequest request) {
        if (request.header("x-api-key").filter(apiKey::equals).isEmpty()) {
            throw new SampleRefusal(401, "The API key is not known here.");
        }
        return accounts.answer(request);
    }

    static SampleResponse refuse(SampleRefusal refusal) {
        var body = new JsonMapper().createObjectNode().put("message", refusal.getMessage());
        return SampleResponse.json(refusal.status(), body);
    }

    public String url() {
        return http.url();
    }

    public InetSocketAddress address() {
        return http.address();
    }

    public Faults faults() {
        return faults;
    }

    public List<SampleAccount> accounts() {
        return accounts.all();
    }

    public Optional<SampleAccount> account(String name) {
        return accounts.named(name);
    }

    public long requests() {
        return http.requests();
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
