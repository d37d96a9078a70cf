package dev.syncline.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.server.filter.AndExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.AttributeExpressionLeaf;
import de.captaingoldfish.scim.sdk.server.filter.AttributePathRoot;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.NotExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.OrExpressionNode;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter as SQL.
 *
 * @param sql null when the filter says nothing the database could find
 * @param values for its question marks, in order
 * @param exact whether it finds just what the filter means; otherwise more, and the rest of the filter is for the caller
 */
record Condition(@Nullable String sql, List<Object> values, boolean exact) {

    private static final Condition ANYTHING = new Condition(null, List.of(), false);
    /** What an honest client never needs; each condition costs. */
    private static final int MOST = 100;

    static Condition of(FilterNode filter, Map<String, Column> columns) {
        if (filter == null) {
            return new Condition("true", List.of(), true);
        }
        if (leaves(filter, 0) > MOST) {
            throw Refusals.filter("The filter has more than " + MOST + " conditions; ask in parts.");
        }
        return translate(filter, columns);
    }

    private static int leaves(FilterNode node, int sofar) {
        if (sofar > MOST) {
            return sofar;
        }
        return switch (node) {
            case AndExpressionNode and -> leaves(and.getRightNode(), leaves(and.getLeftNode(), sofar));
            case OrExpressionNode or -> leaves(or.getRightNode(), leaves(or.getLeftNode(), sofar));
            case NotExpressionNode not -> leaves(not.getRightNode(), sofar);
            case AttributePathRoot path when path.getChild() != null -> leaves(path.getChild(), sofar);
            default -> sofar + 1;
        };
    }

    private static Condition translate(FilterNode node, Map<String, Column> columns) {
        return switch (node) {
            case AndExpressionNode and -> both(translate(and.getLeftNode(), columns), translate(and.getRightNode(), columns));
            case OrExpressionNode or -> either(translate(or.getLeftNode(), columns), translate(or.getRightNode(), columns));
            case NotExpressionNode not -> opposite(translate(not.getRightNode(), columns));
            // All its conditions are about one value of a list: each of them narrows, together they are not the same.
            case AttributePathRoot path when path.getChild() != null -> inexact(translate(path.getChild(), columns));
            case AttributeExpressionLeaf leaf -> compared(leaf, columns.get(leaf.getSchemaAttribute().getFullResourceName()));
            default -> ANYTHING;
        };
    }

    private static Condition both(Condition left, Condition right) {
        if (left.sql == null || right.sql == null) {
            return inexact(left.sql == null ? right : left);
        }
        return join(left, " and ", right);
    }

    private static Condition either(Condition left, Condition right) {
        return left.sql == null || right.sql == null ? ANYTHING : join(left, " or ", right);
    }

    private static Condition opposite(Condition condition) {
        return condition.exact ? new Condition("not coalesce((" + condition.sql + "), false)", condition.values, true) : ANYTHING;
    }

    private static Condition inexact(Condition condition) {
        return new Condition(condition.sql, condition.values, false);
    }

    private static Condition join(Condition left, String word, Condition right) {
        List<Object> values = new ArrayList<>(left.values);
        values.addAll(right.values);
        return new Condition("(" + left.sql + word + right.sql + ")", values, left.exact && right.exact);
    }

    private static Condition compared(AttributeExpressionLeaf leaf, @Nullable Column column) {
        return switch (column) {
            case null -> ANYTHING;
            case Column.Text text -> text(leaf, text.sql());
            case Column.Flag flag -> flag(leaf, flag.sql());
            case Column.Id id -> id(leaf, id.sql());
            case Column.Time time -> time(leaf, time.sql());
            case Column.Several several -> several(leaf, several);
        };
    }

    private static Condition text(AttributeExpressionLeaf leaf, String sql) {
        if (leaf.getComparator() == Comparator.PR) {
            return exactly("coalesce(" + sql + ", '') <> ''");
        }
        if (leaf.isNull()) {
            return exactly(sql + (leaf.getComparator() == Comparator.NE ? " is not null" : " is null"));
        }
        String value = value(leaf);
        return switch (leaf.getComparator()) {
            case EQ -> exactly(sql + " = ?", value);
            case NE -> exactly(sql + " is distinct from ?", value);
            case CO -> exactly("strpos(" + sql + ", ?) > 0", value);
            case SW -> exactly("starts_with(" + sql + ", ?)", value);
            case EW -> exactly("right(" + sql + ", length(?)) = ?", value, value);
            case GT, GE, LT, LE -> exactly(sql + " collate \"C\" " + Column.order(leaf.getComparator()) + " ?", value);
            case PR -> throw new IllegalStateException();
        };
    }

    private static Condition several(AttributeExpressionLeaf leaf, Column.Several column) {
        if (leaf.getComparator() == Comparator.PR) {
            return exactly(column.present());
        }
        if (leaf.isNull()) {
            return exactly((leaf.getComparator() == Comparator.NE ? "" : "not ") + column.present());
        }
        String value = value(leaf);
        return switch (leaf.getComparator()) {
            case EQ -> exactly(column.equal(), repeated(column.equal(), value));
            case NE -> exactly("not " + column.equal(), repeated(column.equal(), value));
            case CO -> exactly(column.like().formatted("strpos(value, ?) > 0"), value);
            case SW -> exactly(column.like().formatted("starts_with(value, ?)"), value);
            case EW -> exactly(column.like().formatted("right(value, length(?)) = ?"), value, value);
            case GT, GE, LT, LE -> exactly(column.like().formatted("value collate \"C\" " + Column.order(leaf.getComparator()) + " ?"), value);
            case PR -> throw new IllegalStateException();
        };
    }

    private static Object[] repeated(String sql, String value) {
        Object[] values = new Object[(int) sql.chars().filter(character -> character == '?').count()];
        Arrays.fill(values, value);
        return values;
    }

    private static Condition flag(AttributeExpressionLeaf leaf, String sql) {
        boolean wanted = leaf.getBooleanValue().orElse(false);
        return switch (leaf.getComparator()) {
            case PR -> exactly("true");
            case NE -> exactly((wanted ? "not " : "") + sql);
            case EQ, CO, SW, EW, GT, GE, LT, LE -> exactly((wanted ? "" : "not ") + sql);
        };
    }

    private static Condition id(AttributeExpressionLeaf leaf, String sql) {
        UUID id = leaf.isNull() ? null : Refusals.id(value(leaf));
        return switch (leaf.getComparator()) {
            case EQ -> leaf.isNull() ? exactly(sql + " is null") : id == null ? exactly("false") : exactly(sql + " = ?", id);
            case NE -> leaf.isNull() ? exactly(sql + " is not null") : id == null ? exactly("true") : exactly(sql + " is distinct from ?", id);
            case PR -> exactly(sql + " is not null");
            case CO, SW, EW, GT, GE, LT, LE -> text(leaf, "cast(" + sql + " as text)");
        };
    }

    private static Condition time(AttributeExpressionLeaf leaf, String sql) {
        if (leaf.getComparator() == Comparator.PR) {
            return exactly("true");
        }
        return leaf.getDateTime().map(instant -> {
            Timestamp at = Timestamp.from(instant);
            return switch (leaf.getComparator()) {
                case EQ -> exactly(sql + " = ?", at);
                case NE -> exactly(sql + " <> ?", at);
                case GT, GE, LT, LE -> exactly(sql + " " + Column.order(leaf.getComparator()) + " ?", at);
                case CO, SW, EW, PR -> ANYTHING;
            };
        }).orElse(ANYTHING);
    }

    private static String value(AttributeExpressionLeaf leaf) {
        String value = leaf.getValue();
        if (value == null || value.indexOf('\0') >= 0) {
            throw Refusals.filter("The value after " + leaf.getComparator().name().toLowerCase(Locale.ROOT) + " is none that could be compared.");
        }
        return leaf.isCaseExact() ? value : value.toLowerCase(Locale.ROOT);
    }

    private static Condition exactly(String sql, Object... values) {
        return new Condition(sql, List.of(values), true);
    }
}
