package dev.syncline.connectors.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads a body up to a limit and hangs up on the rest. */
final class CappedBody implements BodySubscriber<CappedBody.Text> {

    /** Bytes read of an answer; none that is meant is longer. */
    static final int LIMIT = 1024 * 1024;

    record Text(String text, boolean cut) {}

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<Text> whole = new CompletableFuture<>();

    @SuppressWarnings("NullAway.Init") // given before anything is read: Reactive Streams, 1.9
    private Flow.Subscription subscription;

    @Override
    public CompletionStage<Text> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[Math.min(buffer.remaining(), LIMIT - read.size())];
            buffer.get(bytes);
            read.writeBytes(bytes);
            if (buffer.hasRemaining()) {
                subscription.cancel();
                complete(true);
                return;
            }
        }
    }

    @Override
    public void onError(Throwable problem) {
        whole.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        complete(false);
    }

    private void complete(boolean cut) {
        whole.complete(new Text(read.toString(StandardCharsets.UTF_8), cut));
    }
}
