package dev.syncline.runner;

import dev.syncline.background.GroupWriter;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.WireRequest;
import dev.syncline.connector.WireResponse;
import dev.syncline.journal.Capture;
import dev.syncline.journal.Redactor;
import dev.syncline.journal.WireMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The record of one attempt's exchanges. A request is durable before {@link #begin} returns; an answer is written with the next
 * request or with the settlement, whichever comes first.
 */
final class Recorder implements Exchanges {

    private final Capture capture;
    private final Redactor redactor;
    private final Gate gate;
    private final GroupWriter<List<WireMessage>> writer;
    private final Clock clock;
    private final List<WireMessage> unwritten = new ArrayList<>();
    private final Set<UnderWay> open = new HashSet<>();
    private int exchanges;

    Recorder(Capture capture, Redactor redactor, Gate gate, GroupWriter<List<WireMessage>> writer, Clock clock) {
        this.capture = capture;
        this.redactor = redactor;
        this.gate = gate;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public Exchange begin(WireRequest request) {
        gate.admit();
        int seq;
        List<WireMessage> messages;
        synchronized (this) {
            seq = ++exchanges;
            unwritten.add(capture.request(seq, clock.instant(), request));
            messages = takeUnwritten();
        }
        try {
            writer.write(messages, gate.patience());
        } catch (RuntimeException e) {
            gate.giveUp();
            throw new NotRecordedException(e);
        }
        gate.enter();
        return opened(new UnderWay(seq));
    }

    @Override
    public void secret(String value) {
        redactor.add(value);
    }

    /** What is not written yet; the caller writes it. */
    synchronized List<WireMessage> takeUnwritten() {
        List<WireMessage> taken = List.copyOf(unwritten);
        unwritten.clear();
        return taken;
    }

    /** Ends what a connector left open, which is a fault of the connector, so that the application's permits come back. */
    void close() {
        List<UnderWay> left;
        synchronized (this) {
            left = List.copyOf(open);
        }
        left.forEach(exchange -> exchange.broken("The connector did not say how the exchange ended."));
    }

    private synchronized UnderWay opened(UnderWay exchange) {
        open.add(exchange);
        return exchange;
    }

    private synchronized void ended(UnderWay exchange, WireMessage message) {
        open.remove(exchange);
        unwritten.add(message);
    }

    private final class UnderWay implements Exchange {

        private final int seq;
        private final AtomicBoolean ended = new AtomicBoolean();

        UnderWay(int seq) {
            this.seq = seq;
        }

        @Override
        public void answered(WireResponse response) {
            if (ended.compareAndSet(false, true)) {
                gate.leave();
                ended(this, capture.response(seq, clock.instant(), response));
            }
        }

        @Override
        public void broken(String what) {
            if (ended.compareAndSet(false, true)) {
                gate.leave();
                ended(this, capture.broken(seq, clock.instant(), what));
            }
        }
    }
}
