package dev.syncline.request;

import dev.syncline.request.AccessRequest.Item;
import dev.syncline.request.AccessRequest.Kind;
import dev.syncline.request.AccessRequest.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RequestRepository {

    private static final UUID HIGHEST = new UUID(-1, -1);
    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;

    RequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which requests; null means any.
     *
     * @param concerning a user who asked, or whom it is for
     * @param forAdministrators whether an administrator has to decide
     */
    record Filter(Status status, @Nullable UUID concerning, @Nullable UUID applicationId, boolean forAdministrators, @Nullable String text) {}

    /** @return its number */
    long insert(AccessRequest request) {
        long number = jdbc.sql("""
                insert into access_request (id, kind, requester_id, requester_name, beneficiary_id, beneficiary_name, application_id,
                    package_id, subject_name, reason, duration_days, ends_at, status, submitted_at)
                values (:id, :kind, :requester, :requesterName, :beneficiary, :beneficiaryName, :application,
                    :package, :subject, :reason, :days, :endsAt, :status, :submittedAt)
                returning number""")
                .param("id", request.id())
                .param("kind", request.kind().name())
                .param("requester", request.requester().id())
                .param("requesterName", request.requester().name())
                .param("beneficiary", request.beneficiary().id())
                .param("beneficiaryName", request.beneficiary().name())
                .param("application", request.applicationId(), Types.OTHER)
                .param("package", request.packageId(), Types.OTHER)
                .param("subject", request.subjectName())
                .param("reason", request.reason())
                .param("days", request.durationDays())
                .param("endsAt", timestamp(request.endsAt()))
                .param("status", request.status().name())
                .param("submittedAt", Timestamp.from(request.submittedAt()))
                .query(Long.class)
                .single();
        insertItems(request);
        return number;
    }

    private void insertItems(AccessRequest request) {
        List<Item> items = request.items();
        jdbc.sql("""
                insert into access_request_item (request_id, position, application_id, application_name, permission_id, permission_name,
                    account_id)
                select :request, position, application_id, application_name, permission_id, permission_name, account_id
                from unnest(:applications, :applicationNames, :permissions, :permissionNames, :accounts) with ordinality
                    as i (application_id, application_name, permission_id, permission_name, account_id, position)""")
                .param("request", request.id())
                .param("applications", items.stream().map(Item::applicationId).toArray(UUID[]::new))
                .param("applicationNames", items.stream().map(Item::applicationName).toArray(String[]::new))
                .param("permissions", items.stream().map(Item::permissionId).toArray(UUID[]::new))
                .param("permissionNames", items.stream().map(Item::permissionName).toArray(String[]::new))
                .param("accounts", items.stream().map(Item::accountId).toArray(UUID[]::new))
                .update();
    }

    Optional<AccessRequest> find(UUID id) {
        return withItems(jdbc.sql("select * from access_request where id = :id").param("id", id).query(RequestRepository::read).list())
                .stream().findFirst();
    }

    /** Locks the requests for the rest of the transaction, in the order of their ids. */
    List<AccessRequest> lock(Collection<UUID> ids) {
        return withItems(jdbc.sql("select * from access_request where id = any (:ids) order by id for update")
                .param("ids", ids.toArray(UUID[]::new))
                .query(RequestRepository::read)
                .list());
    }

    /** Locks those of the requests that nobody else has locked. */
    List<AccessRequest> lockFree(Collection<UUID> ids) {
        return withItems(jdbc.sql("select * from access_request where id = any (:ids) order by id for update skip locked")
                .param("ids", ids.toArray(UUID[]::new))
                .query(RequestRepository::read)
                .list());
    }

    /** Newest first, those before the given one (null for the first). */
    List<AccessRequest> page(Filter filter, @Nullable UUID before, int limit) {
        return withItems(jdbc.sql("""
                select * from access_request r
                where (:status = '' or status = :status)
                  and (:anybody or requester_id = :person or beneficiary_id = :person)
                  and (:anyApplication or application_id = :application)
                  and (not :forAdministrators or exists (
                      select from access_request_step s where s.request_id = r.id and s.status = 'OPEN' and s.to_administrators))
                  and (:text = '' or position(lower(:text) in lower(number || ' ' || requester_name || ' ' || beneficiary_name || ' ' || subject_name)) > 0)
                  and id < :before
                order by id desc
                limit :limit""")
                .param("status", filter.status() == null ? "" : filter.status().name())
                .param("anybody", filter.concerning() == null)
                .param("person", filter.concerning() == null ? LOWEST : filter.concerning())
                .param("anyApplication", filter.applicationId() == null)
                .param("application", filter.applicationId() == null ? LOWEST : filter.applicationId())
                .param("forAdministrators", filter.forAdministrators())
                .param("text", filter.text() == null ? "" : filter.text().strip())
                .param("before", before == null ? HIGHEST : before)
                .param("limit", limit)
                .query(RequestRepository::read)
                .list());
    }

    /** Those a user is asked to decide, oldest first, or was asked and has decided, newest first. */
    List<AccessRequest> askedOf(@Nullable UUID user, boolean open, @Nullable UUID from, int limit) {
        return withItems(jdbc.sql(open
                ? """
                select r.* from access_request r
                where r.id > :from and exists (
                    select from access_request_step s join access_request_approver a using (request_id, position)
                    where s.request_id = r.id and s.status = 'OPEN' and a.user_id = :user and a.approved_at is null and not a.gone)
                order by r.id
                limit :limit"""
                : """
                select r.* from access_request r
                where r.id < :from and r.id in (
                    select e.request_id from access_request_event e join access_request_approver a using (request_id)
                    where a.user_id = :user and e.actor_id = :user and e.kind in ('APPROVED', 'REJECTED'))
                order by r.id desc
                limit :limit""")
                .param("user", user)
                .param("from", from == null ? (open ? LOWEST : HIGHEST) : from)
                .param("limit", limit)
                .query(RequestRepository::read)
                .list());
    }

    int countAskedOf(@Nullable UUID user) {
        return jdbc.sql("""
                select count(*)
                from access_request_approver a join access_request_step s using (request_id, position)
                where a.user_id = :user and a.approved_at is null and not a.gone and s.status = 'OPEN'""")
                .param("user", user)
                .query(Integer.class)
                .single();
    }

    /** What is waiting to be decided for a user. */
    List<AccessRequest> waitingFor(Collection<UUID> beneficiaries) {
        return withItems(jdbc.sql("select * from access_request where beneficiary_id = any (:users) and status = 'WAITING' order by id")
                .param("users", beneficiaries.toArray(UUID[]::new))
                .query(RequestRepository::read)
                .list());
    }

    Map<UUID, Long> numbers(Collection<UUID> ids) {
        return jdbc.sql("select id, number from access_request where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getLong("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void decide(Collection<UUID> ids, Status status, @Nullable String by, Instant now) {
        jdbc.sql("""
                update access_request set status = :status, decided_at = :now, decided_by = :by
                where id = any (:ids) and status = 'WAITING'""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("status", status.name())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    void opened(UUID request, Collection<UUID> tasks) {
        jdbc.sql("insert into access_request_task (request_id, task_id) select :request, t from unnest(:tasks) as t on conflict do nothing")
                .param("request", request)
                .param("tasks", tasks.toArray(UUID[]::new))
                .update();
    }

    /** By request; those without tasks are missing. */
    Map<UUID, List<UUID>> tasks(Collection<UUID> requests) {
        return jdbc.sql("select request_id, task_id from access_request_task where request_id = any (:ids) order by task_id")
                .param("ids", requests.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("request_id", UUID.class), row.getObject("task_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private List<AccessRequest> withItems(List<AccessRequest> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<Item>> items = jdbc.sql("select * from access_request_item where request_id = any (:ids) order by request_id, position")
                .param("ids", bare.stream().map(AccessRequest::id).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("request_id", UUID.class), item(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return bare.stream().map(request -> request.of(items.getOrDefault(request.id(), List.of()))).toList();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(row.getObject("application_id", UUID.class), row.getString("application_name"),
                row.getObject("permission_id", UUID.class), row.getString("permission_name"), row.getObject("account_id", UUID.class));
    }

    private static AccessRequest read(ResultSet row, int number) throws SQLException {
        return new AccessRequest(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                Kind.valueOf(row.getString("kind")),
                new Person(row.getObject("requester_id", UUID.class), row.getString("requester_name")),
                new Person(row.getObject("beneficiary_id", UUID.class), row.getString("beneficiary_name")),
                row.getObject("application_id", UUID.class),
                row.getObject("package_id", UUID.class),
                row.getString("subject_name"),
                List.of(),
                row.getString("reason"),
                row.getObject("duration_days", Integer.class),
                instant(row, "ends_at"),
                Status.valueOf(row.getString("status")),
                instant(row, "submitted_at"),
                instant(row, "decided_at"),
                row.getString("decided_by"));
    }

    static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
