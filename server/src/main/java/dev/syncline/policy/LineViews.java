package dev.syncline.policy;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.permission.Permission;
import dev.syncline.permission.Permissions;
import dev.syncline.policy.SimulationResult.ApplicationCounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts what a simulation found and the names that belong to it together, with three queries for any number of lines. What was deleted since
 * it was looked at is left out.
 */
@Component
class LineViews {

    private final Users users;
    private final Applications applications;
    private final Permissions permissions;

    LineViews(Users users, Applications applications, Permissions permissions) {
        this.users = users;
        this.applications = applications;
        this.permissions = permissions;
    }

    /** In the order of the applications' names. */
    List<ApplicationCounts> applications(Tally tally) {
        Map<UUID, Application> known = applications.findAll(tally.applications().keySet());
        List<ApplicationCounts> counts = new ArrayList<>();
        tally.applications().forEach((id, counted) -> {
            Application application = known.get(id);
            if (application != null) {
                counts.add(new ApplicationCounts(id, application.name(), counted.lines, counted.changes, counted.blocked));
            }
        });
        counts.sort(Comparator.comparing(ApplicationCounts::applicationName));
        return counts;
    }

    Map<Line.Kind, List<LineView>> sample(Tally tally) {
        Map<Line, LineView> views = index(tally.sample().values().stream().flatMap(List::stream).toList());
        Map<Line.Kind, List<LineView>> sample = new EnumMap<>(Line.Kind.class);
        tally.sample().forEach((kind, lines) -> sample.put(kind, lines.stream().map(views::get).filter(Objects::nonNull).toList()));
        return sample;
    }

    List<LineView> lines(List<Line> lines) {
        Map<Line, LineView> views = index(lines);
        return lines.stream().map(views::get).filter(Objects::nonNull).toList();
    }

    private Map<Line, LineView> index(Collection<Line> lines) {
        Map<UUID, User> people = users.findAll(ids(lines, Line::userId));
        Map<UUID, Application> targets = applications.findAll(ids(lines, line -> line.target().applicationId()));
        Map<UUID, Permission> held = permissions.findAll(ids(lines, line -> line.target().permissionId()));
        Map<Line, LineView> views = new HashMap<>();
        for (Line line : lines) {
            User user = people.get(line.userId());
            Application application = targets.get(line.target().applicationId());
            if (user != null && application != null) {
                views.put(line, view(line, user, application, line.target().isAccount() ? null : held.get(line.target().permissionId())));
            }
        }
        return views;
    }

    private static List<UUID> ids(Collection<Line> lines, Function<Line, UUID> which) {
        return lines.stream().map(which).filter(Objects::nonNull).distinct().toList();
    }

    private static LineView view(Line line, User user, Application application, @Nullable Permission permission) {
        return new LineView(user.id(), user.userName(), user.displayName(), line.kind(), application.id(), application.name(),
                line.target().permissionId(), permission == null ? null : permission.name(), permission == null ? null : permission.kind(),
                line.rule().policyId(), line.rule().label());
    }
}
