package dev.syncline.synclog;

import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Hands out what a filter of the log finds as SQL, so that all of it can be worked on by one statement and need not be read. */
@Service
public class TaskSelections {

    /**
     * @param sql a whole selection with named parameters
     * @param parameters their values, by the names of the filter's parameters or such as {@code word0}
     */
    public record Selection(String sql, Map<String, Object> parameters) {}

    /**
     * @param filter what the log takes in its query string: names with their values
     * @param visible where the reader sees tasks at all
     * @param personal where the reader sees personal values: only there is free text looked for in what failures say
     * @param columns of {@code task t}; the id must be among them
     * @throws ProblemException INVALID_INPUT that names what the log does not know
     */
    public Selection of(Map<String, List<String>> filter, Scope visible, Scope personal, String columns) {
        Map<String, String[]> values = new HashMap<>();
        filter.forEach((name, all) -> values.put(name, all.toArray(String[]::new)));
        Matching matching = new Matching(TaskFilterArgument.read(new QueryValues(values), visible, personal));
        return new Selection(matching.select(columns, ""), matching.parameters());
    }
}
