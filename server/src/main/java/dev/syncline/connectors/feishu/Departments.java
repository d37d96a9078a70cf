package dev.syncline.connectors.feishu;

import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Unsupported;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What is done to a department: an organization in its place below another one. */
final class Departments {

    private final FeishuConfig config;
    private final FeishuService service;
    private final DepartmentTree tree;

    Departments(FeishuConfig config, FeishuService service, DepartmentTree tree) {
        this.config = config;
        this.service = service;
        this.tree = tree;
    }

    Outcome apply(Change change, Exchanges exchanges) throws Stopped {
        return switch (change.action()) {
            case CREATE -> create(change, exchanges);
            case UPDATE -> update(change, exchanges);
            case DELETE -> delete(change, exchanges);
            case ENABLE, DISABLE -> throw Stopped.refused(Unsupported.CODE, "Only accounts can be enabled and disabled.");
        };
    }

    Reading read(String name, Optional<String> remoteId, Exchanges exchanges) throws Stopped {
        Optional<Department> found = remoteId.isPresent() ? tree.byId(remoteId.get(), exchanges) : tree.only(tree.named(name, exchanges), name);
        return found.isEmpty() ? new Reading.Gone() : new Reading.Found(found.get().id(), Optional.empty(), attributes(found.get()), List.of());
    }

    private static Map<String, Object> attributes(Department department) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", department.name());
        for (DepartmentField field : DepartmentField.values()) {
            field.in(department.node()).ifPresent(value -> attributes.put(field.attribute(), value));
        }
        return attributes;
    }

    private Outcome create(Change change, Exchanges exchanges) throws Stopped {
        String parent = change.place().flatMap(Change.Place::organization).orElse(config.defaultDepartment());
        ObjectNode department = DepartmentField.wanted(change).put("name", change.name()).put("parent_department_id", parent);
        Answer answer = service.send(service.request(Api.CREATE_DEPARTMENT, "Creating the department " + change.name())
                .with("client_token", change.taskId().toString()).with(department), exchanges);
        if (answer.means(Meaning.Kind.EXISTS) || answer.means(Meaning.Kind.NOT_THE_SAME)) {
            return adoptOrRefuse(change, parent, answer, exchanges);
        }
        return Outcome.Done.of(Department.of(FeishuService.data(answer).path("department"), config).id());
    }

    private Outcome adoptOrRefuse(Change change, String parent, Answer conflict, Exchanges exchanges) throws Stopped {
        Department existing = holder(change, parent, conflict, exchanges).orElseThrow(() -> Verdict.notFound(conflict));
        List<String> differing = differing(change, parent, existing);
        if (differing.isEmpty()) {
            return new Outcome.Done(Optional.of(existing.id()), Optional.of("The department was already there with these values."));
        }
        if (config.conflict() == ConflictRule.REFUSE && !conflict.means(Meaning.Kind.NOT_THE_SAME)) {
            throw Stopped.refused(Long.toString(conflict.code()),
                    "The department \"%s\" already exists with other values of %s, and the connection is set to refuse existing ones."
                            .formatted(change.name(), String.join(", ", differing)));
        }
        String id = write(existing.id(), change, exchanges);
        return new Outcome.Done(Optional.of(id), Optional.of("Adopted the existing department " + id + " and gave it the wanted values."));
    }

    /** Whoever has the id that collided, or else the name in that place. */
    private Optional<Department> holder(Change change, String parent, Answer conflict, Exchanges exchanges) throws Stopped {
        Object ownId = change.attributes().get(DepartmentField.DEPARTMENT_ID.attribute());
        if (ownId != null && conflict.meaning().attribute().filter(DepartmentField.DEPARTMENT_ID.attribute()::equals).isPresent()) {
            return tree.byOwnId(ownId.toString(), exchanges);
        }
        return tree.only(tree.named(change.name(), exchanges).stream().filter(found -> found.parent().equals(parent)).toList(), change.name());
    }

    private static List<String> differing(Change change, String parent, Department existing) {
        List<String> differing = new ArrayList<>(DepartmentField.differing(change, existing.node()));
        if (!existing.name().equals(change.name())) {
            differing.add("name");
        }
        if (!existing.parent().equals(parent)) {
            differing.add("parent_department_id");
        }
        return differing;
    }

    private Outcome update(Change change, Exchanges exchanges) throws Stopped {
        String id = known(change, exchanges).orElseThrow(() -> missing(change));
        return Outcome.Done.of(write(id, change, exchanges));
    }

    /** The department's id afterwards. Its own id cannot be set with the other values. */
    private String write(String id, Change change, Exchanges exchanges) throws Stopped {
        ObjectNode changes = DepartmentField.wanted(change).put("name", change.name());
        changes.remove(DepartmentField.DEPARTMENT_ID.attribute());
        change.place().ifPresent(place -> changes.put("parent_department_id", place.organization().orElse(config.defaultDepartment())));
        Answer answer = service.send(service.request(Api.UPDATE_DEPARTMENT, "Changing the department " + change.name()).on(id).with(changes), exchanges);
        if (gone(answer, id, exchanges)) {
            throw missing(change);
        }
        Department department = Department.of(FeishuService.data(answer).path("department"), config);
        Object ownId = change.attributes().get(DepartmentField.DEPARTMENT_ID.attribute());
        if (ownId == null || DepartmentField.DEPARTMENT_ID.in(department.node()).filter(ownId::equals).isPresent()) {
            return department.id();
        }
        service.ok(service.request(Api.RENAME_DEPARTMENT, "Changing the id of the department " + change.name()).on(department.id())
                .with(Json.object().put("new_department_id", ownId.toString())), exchanges);
        return config.departmentIdType() == FeishuConfig.DepartmentIdType.DEPARTMENT_ID ? ownId.toString() : department.id();
    }

    private Outcome delete(Change change, Exchanges exchanges) throws Stopped {
        Optional<String> id = known(change, exchanges);
        if (id.isEmpty()) {
            return Outcome.Done.noted("Feishu has no department \"" + change.name() + "\".");
        }
        Answer answer = service.send(service.request(Api.DELETE_DEPARTMENT, "Deleting the department " + change.name()).on(id.get()), exchanges);
        if (gone(answer, id.get(), exchanges)) {
            return Outcome.Done.noted("Feishu had no department " + id.get() + " any more.");
        }
        FeishuService.data(answer);
        return Outcome.Done.of(id.get());
    }

    /** A parent or a leader that is not there has the same codes, and so has what the app may not see: a look at the department tells. */
    private boolean gone(Answer answer, String id, Exchanges exchanges) throws Stopped {
        return (answer.means(Meaning.Kind.GONE) || answer.means(Meaning.Kind.OUT_OF_RANGE)) && tree.byId(id, exchanges).isEmpty();
    }

    private Optional<String> known(Change change, Exchanges exchanges) throws Stopped {
        return change.remoteId().isPresent()
                ? change.remoteId()
                : tree.only(tree.named(change.name(), exchanges), change.name()).map(Department::id);
    }

    private static Stopped missing(Change change) {
        return Stopped.refused("404", "Feishu has no department \"%s\"; it must be created first.".formatted(change.name()));
    }
}
