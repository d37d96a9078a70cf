package dev.syncline.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.CollectionFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Several values of one parameter, given one by one or with commas between them. A blank one is none, and not a null among the others. */
final class GivenValues implements GenericConverter {

    private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);

    private final ConversionService each;

    GivenValues(ConversionService each) {
        this.each = each;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Collection.class), new ConvertiblePair(String[].class, Collection.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        if (source == null) {
            return null;
        }
        List<String> texts = Stream.of(source instanceof String[] several ? several : new String[] {(String) source})
                .flatMap(text -> Stream.of(text.split(","))).map(String::strip).filter(text -> !text.isEmpty()).toList();
        TypeDescriptor element = targetType.getElementTypeDescriptor();
        Collection<Object> values = CollectionFactory.createCollection(
                targetType.getType(), element == null ? null : element.getType(), texts.size());
        texts.forEach(text -> values.add(element == null ? text : each.convert(text, TEXT, element)));
        return values;
    }
}
