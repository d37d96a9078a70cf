package dev.syncline.connectors.feishu;

import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Listed;
import dev.syncline.connector.ListedObject;
import dev.syncline.connector.Listing;
import dev.syncline.connector.Pages;
import dev.syncline.connector.RemoteAccount;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Lists departments, and users department by department: the platform has no list of all users. */
final class Lister {

    /** Most users of one page. */
    private static final int PAGE = 50;

    /** Told of every user, for they say whose account it is. */
    private static final Set<String> TELLING = Set.of("name", "email", "employee_no");

    private final FeishuConfig config;
    private final FeishuService service;
    private final DepartmentTree tree;

    Lister(FeishuConfig config, FeishuService service, DepartmentTree tree) {
        this.config = config;
        this.service = service;
        this.tree = tree;
    }

    Listing departments(int pageSize, Pages<ListedObject> pages, Exchanges exchanges) throws Stopped {
        Buffer<ListedObject> buffer = new Buffer<>(pageSize, pages);
        boolean complete = tree.each(department -> buffer.add(new ListedObject(department.id(), department.name(),
                Optional.of(department.parent()).filter(parent -> !parent.equals(config.defaultDepartment())))), exchanges);
        return complete && buffer.flush() ? new Listing.Complete() : new Listing.LeftOff();
    }

    /** Only the ids of who was handed over are remembered: somebody in two departments is handed over once. */
    Listing users(int pageSize, Set<String> asked, Pages<RemoteAccount> pages, Exchanges exchanges) throws Stopped {
        Buffer<RemoteAccount> buffer = new Buffer<>(pageSize, pages);
        Set<String> handedOver = new HashSet<>();
        PageTokens tokens = new PageTokens(service);
        List<String> departments = new ArrayList<>(List.of(config.defaultDepartment()));
        tree.each(department -> departments.add(department.id()), exchanges);
        for (String department : departments) {
            Request request = service.request(Api.USERS_OF_DEPARTMENT, "Listing the users").with("department_id", department);
            boolean goOn = tokens.each(request, PAGE, "items", node -> {
                User user = User.of(node, config);
                return user.resigned() || !handedOver.add(user.id()) || buffer.add(account(user, asked));
            }, exchanges);
            if (!goOn) {
                return new Listing.LeftOff();
            }
        }
        return buffer.flush() ? new Listing.Complete() : new Listing.LeftOff();
    }

    private RemoteAccount account(User user, Set<String> asked) {
        return new RemoteAccount(user.id(), user.name(config).orElse(user.id()), Optional.of(!user.frozen()), values(user.node(), asked),
                Optional.empty(), Optional.empty());
    }

    private Map<String, Object> values(JsonNode user, Set<String> asked) {
        Map<String, Object> all = UserReader.values(user);
        Map<String, Object> values = new LinkedHashMap<>();
        TELLING.stream().filter(all::containsKey).forEach(name -> values.put(name, all.get(name)));
        for (String name : asked) {
            if (name.equals(RemoteAccount.ORGANIZATION)) {
                values.put(name, mainDepartment(user).filter(id -> !id.equals(config.defaultDepartment())).orElse(null));
            } else if (UserField.named(name).isPresent() || CustomField.named(name).isPresent()) {
                values.put(name, all.get(name));
            }
        }
        return values;
    }

    /** The first one, unless the order of departments says otherwise. */
    private static Optional<String> mainDepartment(JsonNode user) {
        for (JsonNode order : user.path("orders")) {
            if (order.path("is_primary_dept").asBoolean(false)) {
                return Json.text(order, "department_id");
            }
        }
        return Optional.of(user.path("department_ids").path(0).asString("")).filter(id -> !id.isEmpty());
    }

    /** Collects what comes one by one into pages of the size that was asked for. */
    private static final class Buffer<T extends Listed> {

        private final int size;
        private final Pages<T> pages;
        private final List<T> page = new ArrayList<>();

        Buffer(int size, Pages<T> pages) {
            this.size = size;
            this.pages = pages;
        }

        /** @return whether to go on */
        boolean add(T item) {
            page.add(item);
            return page.size() < size || flush();
        }

        boolean flush() {
            if (page.isEmpty()) {
                return true;
            }
            List<T> full = List.copyOf(page);
            page.clear();
            return pages.take(full);
        }
    }
}
