package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import java.util.stream.StreamSupport;

/** The part of a path in brackets, which picks one of several values: {@code type eq "work"}. */
final class ValueFilter {

    private ValueFilter() {}

    /** Whether a value can be made that the filter finds. */
    static boolean isMakeable(Filter filter) {
        return filter.getFilterType() == FilterType.EQUAL
                || filter.getFilterType() == FilterType.AND && filter.getCombinedFilters().stream().allMatch(ValueFilter::isMakeable);
    }

    /** The first value it finds; missing when there is none. */
    static JsonNode find(JsonNode values, Filter filter) {
        return StreamSupport.stream(values.spliterator(), false)
                .filter(value -> matches(value, filter))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** Gives a new value what the filter asks for. */
    static void fill(ObjectNode made, Filter filter) {
        if (filter.isCombiningFilter()) {
            filter.getCombinedFilters().forEach(part -> fill(made, part));
        } else {
            made.set(filter.getAttributePath().toString(), filter.getComparisonValue());
        }
    }

    /** Whether a value holds nothing but what the filter asks for and what only describes it. */
    static boolean isAllThatIsLeft(ObjectNode value, Filter filter) {
        ObjectNode description = Json.object().put("primary", true).put("display", "");
        fill(description, filter);
        return StreamSupport.stream(((Iterable<String>) value::fieldNames).spliterator(), false).allMatch(description::has);
    }

    private static boolean matches(JsonNode value, Filter filter) {
        return filter.isCombiningFilter()
                ? filter.getCombinedFilters().stream().allMatch(part -> matches(value, part))
                : value.path(filter.getAttributePath().toString()).asText().equalsIgnoreCase(filter.getComparisonValue().asText());
    }
}
