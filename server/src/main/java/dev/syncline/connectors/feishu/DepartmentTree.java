package dev.syncline.connectors.feishu;

import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The departments below the one that stands for the top. The platform's search is for signed-in people only, so a name is looked for by going through all. */
final class DepartmentTree {

    /** Most departments of one page. */
    private static final int PAGE = 50;

    /** Takes one department. */
    @FunctionalInterface
    interface Taker {
        /** @return whether to go on */
        boolean take(Department department) throws Stopped;
    }

    private final FeishuConfig config;
    private final FeishuService service;

    DepartmentTree(FeishuConfig config, FeishuService service) {
        this.config = config;
        this.service = service;
    }

    /** @return false when the taker wanted no more */
    boolean each(Taker taker, Exchanges exchanges) throws Stopped {
        Request request = service.request(Api.DEPARTMENTS_BELOW, "Listing the departments").on(config.defaultDepartment()).with("fetch_child", "true");
        return new PageTokens(service).each(request, PAGE, "items", node -> {
            Department department = Department.of(node, config);
            return department.deleted() || taker.take(department);
        }, exchanges);
    }

    List<Department> named(String name, Exchanges exchanges) throws Stopped {
        List<Department> found = new ArrayList<>();
        each(department -> {
            if (department.name().equals(name)) {
                found.add(department);
            }
            return true;
        }, exchanges);
        return found;
    }

    /** @throws Stopped when there are several: taking any of them would be a guess */
    Optional<Department> only(List<Department> found, String name) throws Stopped {
        if (found.size() > 1) {
            throw new Stopped(new Outcome.Refused("AMBIGUOUS", "Feishu has %d departments called \"%s\"; give them different names, or create it from here."
                    .formatted(found.size(), name)));
        }
        return found.stream().findFirst();
    }

    /** By the id the company chose, whatever kind the connection knows departments by. */
    Optional<Department> byOwnId(String id, Exchanges exchanges) throws Stopped {
        Optional<Department> found = read(service.request(Api.GET_DEPARTMENT, "Reading the department " + id).on(id)
                .with("department_id_type", "department_id"), exchanges);
        // Its parent is of the same kind as the id it was asked for by.
        return found.isEmpty() ? found : byId(found.get().id(), exchanges);
    }

    /** Empty when it is not there, or was deleted. */
    Optional<Department> byId(String id, Exchanges exchanges) throws Stopped {
        return read(service.request(Api.GET_DEPARTMENT, "Reading the department " + id).on(id), exchanges);
    }

    private Optional<Department> read(Request request, Exchanges exchanges) throws Stopped {
        Answer answer = service.send(request, exchanges);
        if (answer.means(Meaning.Kind.GONE)) {
            return Optional.empty();
        }
        return Optional.of(Department.of(FeishuService.data(answer).path("department"), config)).filter(department -> !department.deleted());
    }
}
