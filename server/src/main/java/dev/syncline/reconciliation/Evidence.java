package dev.syncline.reconciliation;

import dev.syncline.application.Target;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.WireRequest;
import dev.syncline.connector.WireResponse;
import dev.syncline.journal.Redactor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last exchanges of a reading, masked. Everything a target has is not kept twice; when the reading fails, these show at what. Safe for
 * several threads.
 */
final class Evidence implements Exchanges {

    private static final int LAST = 3;
    private static final int LONGEST = 4_000;

    private final Redactor redactor;
    private final Deque<Shown> last = new ArrayDeque<>();
    private int requests;

    Evidence(Target target) {
        this.redactor = new Redactor(target.secretValues(), target.maskedAttributes());
    }

    /**
     * One exchange as a person sees it.
     *
     * @param status null when no answer came
     * @param answer the body, or why none came; cut when it is long
     */
    record Shown(String operation, @Nullable String target, String request, @Nullable String status, @Nullable String answer) {}

    @Override
    public synchronized Exchange begin(WireRequest request) {
        requests++;
        Shown asked = new Shown(request.operation(), redactor.text(request.target()), cut(redactor.body(request.body())), null, null);
        return new Open(asked);
    }

    @Override
    public void secret(String value) {
        redactor.add(value);
    }

    synchronized List<Shown> last() {
        return List.copyOf(last);
    }

    synchronized int requests() {
        return requests;
    }

    private synchronized void keep(Shown shown) {
        last.addLast(shown);
        if (last.size() > LAST) {
            last.removeFirst();
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private final class Open implements Exchange {

        private final Shown asked;

        private Open(Shown asked) {
            this.asked = asked;
        }

        @Override
        public void answered(WireResponse response) {
            keep(new Shown(asked.operation(), asked.target(), asked.request(), response.status(), cut(redactor.body(response.body()))));
        }

        @Override
        public void broken(String what) {
            keep(new Shown(asked.operation(), asked.target(), asked.request(), null, redactor.text(what)));
        }
    }
}
