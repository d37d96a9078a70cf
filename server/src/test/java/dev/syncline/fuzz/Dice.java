package dev.syncline.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Chance that can be repeated: the same seed and index throw the same. */
public final class Dice {

    private final SplittableRandom random;

    Dice(long seed, long index) {
        this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index);
    }

    /** From 0 to the bound, which is left out. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    public final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of several ways to make something, of which only that one is gone. */
    @SafeVarargs
    public final <T> T oneOf(Supplier<? extends T>... ways) {
        return of(ways).get();
    }

    public <T> List<T> several(int most, Supplier<T> one) {
        return IntStream.range(0, below(most + 1)).mapToObj(_ -> one.get()).toList();
    }

    public long anyLong() {
        return random.nextLong();
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
