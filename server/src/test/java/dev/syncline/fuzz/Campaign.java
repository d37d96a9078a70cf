package dev.syncline.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Very many inputs for one piece of code, each with a bound on its time. The same in every run; another run of the same, or a longer one:
 * {@code -Dsyncline.fuzz.seed=7 -Dsyncline.fuzz.times=10}.
 *
 * @param make makes an input
 * @param smaller what is a little smaller than an input that failed
 * @param show how a failing input is printed
 */
public record Campaign<T>(String name, Function<Dice, T> make, Function<T, Stream<T>> smaller, Function<T, String> show) {

    static final long SEED = Long.getLong("syncline.fuzz.seed", 20_261_128L);
    static final int TIMES = Integer.getInteger("syncline.fuzz.times", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What must not happen to an input. */
    @FunctionalInterface
    public interface Check<T> {
        /** @throws Throwable when it did happen */
        void accept(T input) throws Throwable;
    }

    public static Campaign<String> ofTexts(String name, Function<Dice, String> make) {
        return new Campaign<>(name, make, Shrinking::text, Campaign::quoted);
    }

    public static Campaign<byte[]> ofBytes(String name, Function<Dice, byte[]> make) {
        return new Campaign<>(name, make, Shrinking::bytes, bytes -> quoted(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** @param inputs how many */
    public void run(int inputs, Check<T> check) {
        ExecutorService watched = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
        try {
            for (int index = 0; index < inputs * TIMES; index++) {
                T input = make.apply(new Dice(SEED, index));
                Throwable fault = fault(watched, input, check);
                if (fault != null) {
                    T smallest = Shrinking.smallest(input, smaller, less -> fault(watched, less, check) != null);
                    throw new AssertionError(name + ", seed " + SEED + ", input " + index + ", smallest: " + show.apply(smallest), fault);
                }
            }
        } finally {
            watched.shutdownNow();
        }
    }

    private Throwable fault(ExecutorService watched, T input, Check<T> check) {
        Future<Throwable> running = watched.submit(faultOf(input, check));
        try {
            return running.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            return new AssertionError("not done after " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> Callable<Throwable> faultOf(T input, Check<T> check) {
        return () -> {
            try {
                check.accept(input);
                return null;
            } catch (Throwable fault) {
                return fault;
            }
        };
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().limit(4_000).forEach(c -> quoted.append(c >= ' ' && c < 127 && c != '"' && c != '\\' ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return quoted.append(text.length() > 4_000 ? "\" and " + (text.length() - 4_000) + " more" : "\"").toString();
    }
}
