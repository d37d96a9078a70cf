package dev.syncline.bulk;

import dev.syncline.bulk.CsvFile.Line;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at the rows of a file before anything is imported: which are good, and what is wrong with the others. */
@Component
class RowChecks {

    private static final int MAX_SUBJECT = 200;

    private final RowRepository rows;
    private final RowSecrets secrets;
    private final Users users;
    private final Organizations organizations;
    private final Permissions permissions;

    RowChecks(RowRepository rows, RowSecrets secrets, Users users, Organizations organizations, Permissions permissions) {
        this.rows = rows;
        this.secrets = secrets;
        this.users = users;
        this.organizations = organizations;
        this.permissions = permissions;
    }

    /** What a group of rows is checked against. */
    private record Known(
            Map<String, Integer> earlierLines,
            Map<String, User> users,
            Map<String, Organization> organizations,
            Map<String, List<Permission>> permissions) {}

    /** One row per line, WAITING or BAD. */
    List<Row> check(Batch batch, ImportOptions options, Columns columns, Set<String> secretAttributes, List<Line> lines) {
        Map<Line, ImportedRow> imported = new LinkedHashMap<>();
        lines.forEach(line -> imported.put(line, new ImportedRow(columns.values(withoutNul(line.cells())))));
        Known known = known(batch, List.copyOf(imported.values()));
        List<Row> checked = new ArrayList<>();
        imported.forEach((line, row) -> {
            User user = known.users().get(key(row.userName()));
            List<String> wrong = wrong(line, row, columns, options, known);
            if (mayShowASecret(line, columns, secretAttributes)) {
                checked.add(withoutCells(batch, line, wrong));
            } else {
                known.earlierLines().putIfAbsent(key(row.userName()), line.number());
                checked.add(row(batch, line, row, user, wrong, secretAttributes));
            }
        });
        return checked;
    }

    /** In a row of the wrong width a secret may stand in any column. */
    private static boolean mayShowASecret(Line line, Columns columns, Set<String> secretAttributes) {
        return line.cells().size() != columns.names().size()
                && columns.names().stream().anyMatch(column -> RowSecrets.isSecret(column, secretAttributes));
    }

    private static Row withoutCells(Batch batch, Line line, List<String> wrong) {
        return new Row(batch.id(), line.number(), "", null, "{}", null, Row.Status.BAD, String.join(" ", wrong), null);
    }

    private Row row(Batch batch, Line line, ImportedRow row, @Nullable User user, List<String> wrong, Set<String> secretAttributes) {
        boolean good = wrong.isEmpty();
        return new Row(batch.id(), line.number(), shortened(row.userName()), user == null ? null : user.id(),
                secrets.content(row.values(), secretAttributes),
                good ? secrets.seal(batch.id(), line.number(), row.values(), secretAttributes) : null,
                good ? Row.Status.WAITING : Row.Status.BAD, good ? null : String.join(" ", wrong), null);
    }

    private Known known(Batch batch, List<ImportedRow> imported) {
        Set<String> names = imported.stream().map(row -> key(row.userName())).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
        Set<String> codes = imported.stream().map(ImportedRow::organizationCode).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> wanted = imported.stream().flatMap(row -> row.permissionNames().stream()).collect(Collectors.toSet());
        return new Known(
                rows.linesOf(batch.id(), names),
                users.byUserName(names),
                organizations.byCode(codes),
                permissions.byName(batch.applicationId(), wanted));
    }

    private List<String> wrong(Line line, ImportedRow row, Columns columns, ImportOptions options, Known known) {
        if (line.cells().size() != columns.names().size()) {
            return List.of("The row has " + line.cells().size() + " columns, the header has " + columns.names().size() + ".");
        }
        List<String> wrong = new ArrayList<>();
        if (line.cells().stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
            wrong.add("The row holds a NUL character; remove it.");
        }
        if (row.clears(Columns.ACCOUNT)) {
            wrong.add("An account cannot be without a name; leave the cell empty to keep it.");
        }
        userComplaints(row, options, known).forEach(wrong::add);
        if (row.organizationCode() != null && !known.organizations().containsKey(row.organizationCode())) {
            wrong.add("There is no organization with the code \"" + row.organizationCode() + "\".");
        }
        row.permissionNames().forEach(name -> permissionComplaint(name, known).ifPresent(wrong::add));
        return wrong;
    }

    private List<String> userComplaints(ImportedRow row, ImportOptions options, Known known) {
        List<String> wrong = new ArrayList<>();
        if (row.userName().isEmpty()) {
            return List.of("userName is missing.");
        }
        Integer earlier = known.earlierLines().get(key(row.userName()));
        if (earlier != null) {
            wrong.add("userName \"" + shortened(row.userName()) + "\" is in line " + earlier + " already.");
        }
        User there = known.users().get(key(row.userName()));
        if (there == null && !options.createUsers()) {
            wrong.add("There is no user \"" + shortened(row.userName()) + "\", and the import is not to create users.");
        }
        users.check(row.user(there, null)).stream().map(FieldError::message).forEach(wrong::add);
        return wrong;
    }

    private static Optional<String> permissionComplaint(String name, Known known) {
        int found = known.permissions().getOrDefault(name, List.of()).size();
        return switch (found) {
            case 0 -> Optional.of("The application has no permission called \"" + shortened(name) + "\".");
            case 1 -> Optional.empty();
            default -> Optional.of("The application has " + found + " permissions called \"" + shortened(name)
                    + "\"; give them different names.");
        };
    }

    private static List<String> withoutNul(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("\0", "")).toList();
    }

    private static String key(String userName) {
        return userName.toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() <= MAX_SUBJECT ? text : text.substring(0, MAX_SUBJECT);
    }
}
