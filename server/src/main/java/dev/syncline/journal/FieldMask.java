package dev.syncline.journal;

import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Which fields of a message are hidden, and what stands in their place. */
interface FieldMask {

    boolean hides(String field);

    /** @param value as the message has it, without its quotes and encoding */
    String inPlaceOf(String field, String value);

    /** The same for every value. */
    static FieldMask uniform(Predicate<String> hidden) {
        return of(hidden, (field, value) -> Redactor.MASK);
    }

    static FieldMask of(Predicate<String> hidden, BiFunction<String, String, String> replacement) {
        return new FieldMask() {
            @Override
            public boolean hides(String field) {
                return hidden.test(field);
            }

            @Override
            public String inPlaceOf(String field, String value) {
                return replacement.apply(field, value);
            }
        };
    }
}
