package dev.syncline.intake;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares values of attributes as a target would: 3 is 3, however it was read. */
final class Amounts {

    private Amounts() {}

    static boolean same(@Nullable Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            return decimal(one).compareTo(decimal(other)) == 0;
        }
        if (one instanceof List<?> list && other instanceof List<?> otherList) {
            return sameLists(list, otherList);
        }
        return Objects.equals(one, other);
    }

    private static boolean sameLists(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<?> others = other.iterator();
        return one.stream().allMatch(element -> same(element, others.next()));
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }
}
