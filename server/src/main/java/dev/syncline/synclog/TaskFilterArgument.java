package dev.syncline.synclog;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.CallerRights;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Scope;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Source;
import dev.syncline.task.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads a {@link TaskFilter} from the query string, so that every view of the log takes the same filters and none shows more than its reader sees. */
@Configuration
class TaskFilterArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final int LONGEST_SEARCH = 200;

    private static final List<String> FILTERS = List.of("application", "objectType", "action", "status", "source", "failureKind", "account",
            "user", "initiator", "batch", "cause", "repair", "failureGroup", "from", "to", "q", "view");

    /** Parameters of the views themselves, beside the filters. */
    private static final List<String> VIEWS = List.of("limit", "cursor", "order", "buckets", "format", "id");

    private static final List<String> KNOWN = Stream.concat(FILTERS.stream(), VIEWS.stream()).toList();

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == TaskFilter.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return read(new QueryValues(request.getParameterMap()), CallerRights.current());
    }

    /** For a reader with these rights. */
    static TaskFilter read(QueryValues values, Rights may) {
        return read(values, may.scope(Right.SEE_TASKS), may.scope(Right.SEE_PERSONAL));
    }

    /**
     * @param visible where the reader sees tasks at all
     * @param personal where the reader sees personal values
     */
    static TaskFilter read(QueryValues values, Scope visible, Scope personal) {
        values.allowOnly(KNOWN);
        Instant from = values.instant("from");
        Instant to = values.instant("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid("from", "\"from\" must be before \"to\".");
        }
        return new TaskFilter(
                values.ids("application"),
                values.constants("objectType", ObjectType.class),
                values.constants("action", Action.class),
                values.constants("status", Status.class),
                values.constants("source", Source.class),
                values.constants("failureKind", FailureKind.class),
                values.ids("account"),
                values.ids("user"),
                values.texts("initiator"),
                values.ids("batch"),
                values.ids("cause"),
                values.ids("repair"),
                values.ids("failureGroup"),
                from,
                to,
                search(values),
                values.constant("view", TaskFilter.View.class, TaskFilter.View.ALL),
                visible,
                personal);
    }

    private static @Nullable String search(QueryValues values) {
        String text = values.text("q");
        if (text != null && text.length() > LONGEST_SEARCH) {
            throw ProblemException.invalid("q", "Search for at most " + LONGEST_SEARCH + " characters.");
        }
        return text;
    }
}
