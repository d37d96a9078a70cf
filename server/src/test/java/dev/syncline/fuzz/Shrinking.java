package dev.syncline.fuzz;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes what fails smaller while it still fails: simply, by leaving parts out. */
public final class Shrinking {

    private static final int STEPS = 400;

    private Shrinking() {}

    /** @param smaller what is a little smaller than the given */
    static <T> T smallest(T failing, Function<T, Stream<T>> smaller, Predicate<T> fails) {
        T smallest = failing;
        int[] left = {STEPS};
        for (Optional<T> next = Optional.of(failing); next.isPresent(); ) {
            smallest = next.get();
            next = smaller.apply(smallest).takeWhile(_ -> left[0]-- > 0).filter(fails).findFirst();
        }
        return smallest;
    }

    /** Without a half, a quarter, an eighth, and so on to one character. */
    public static Stream<String> text(String text) {
        return gaps(text.length()).map(gap -> text.substring(0, gap[0]) + text.substring(gap[1]));
    }

    public static Stream<byte[]> bytes(byte[] bytes) {
        return gaps(bytes.length).map(gap -> {
            byte[] left = Arrays.copyOf(bytes, bytes.length - gap[1] + gap[0]);
            System.arraycopy(bytes, gap[1], left, gap[0], bytes.length - gap[1]);
            return left;
        });
    }

    private static Stream<int[]> gaps(int length) {
        return IntStream.iterate(Math.ceilDiv(length, 2), size -> size > 0, size -> size == 1 ? 0 : Math.ceilDiv(size, 2)).boxed()
                .flatMap(size -> IntStream.iterate(0, from -> from < length, from -> from + size)
                        .mapToObj(from -> new int[] {from, Math.min(length, from + size)}));
    }
}
