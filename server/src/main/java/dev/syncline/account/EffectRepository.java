package dev.syncline.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes what has become true of accounts, many in one statement. */
@Repository
class EffectRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EffectRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Everything but deletions. An account that is to be deleted meanwhile stays DELETING, and what it goes back to changes. A name
     * that another account has by now is not taken over: the log says what was sent.
     */
    void apply(List<Effect> effects, Instant now) {
        jdbc.sql("""
                with effect as (
                    select a.id, e.name, e.remote_id, cast(e.attributes as jsonb) as attributes,
                           case e.action
                               when 'DISABLE' then 'DISABLED'
                               when 'UPDATE' then case coalesce(a.before_deletion, a.status)
                                                      when 'REQUESTED' then 'ACTIVE'
                                                      else coalesce(a.before_deletion, a.status) end
                               else 'ACTIVE'
                           end as status,
                           row_number() over (partition by a.application_id, lower(e.name) order by a.id) as place
                    from unnest(:ids, :actions, :names, :attributes, :remoteIds) as e (id, action, name, attributes, remote_id)
                    join account a on a.id = e.id)
                update account
                set status = case account.status when 'DELETING' then 'DELETING' else effect.status end,
                    before_deletion = case account.status when 'DELETING' then effect.status end,
                    name = case when effect.name = account.name then account.name
                                when effect.place > 1
                                  or exists (select 1 from account other
                                             where other.application_id = account.application_id and other.id <> account.id
                                               and lower(other.name) = lower(effect.name))
                                then account.name else effect.name end,
                    remote_id = coalesce(effect.remote_id, account.remote_id),
                    attributes = jsonb_strip_nulls(account.attributes || effect.attributes),
                    version = version + 1,
                    updated_at = :now
                from effect
                where account.id = effect.id""")
                .param("ids", effects.stream().map(Effect::accountId).toArray(UUID[]::new))
                .param("actions", effects.stream().map(effect -> effect.action().name()).toArray(String[]::new))
                .param("names", effects.stream().map(Effect::name).toArray(String[]::new))
                .param("attributes", effects.stream().map(effect -> json.writeValueAsString(effect.attributes())).toArray(String[]::new))
                .param("remoteIds", effects.stream().map(Effect::remoteId).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** One on its way to be made or deleted keeps its status. A name that another account has is not taken over. */
    void observe(List<ObservedAccount> observed, Instant now) {
        jdbc.sql("""
                update account
                set name = case when exists (select 1 from account other
                                             where other.application_id = account.application_id and other.id <> account.id
                                               and lower(other.name) = lower(o.name))
                                then account.name else o.name end,
                    remote_id = o.remote_id,
                    status = case when o.active is null or account.status not in ('ACTIVE', 'DISABLED') then account.status
                                  when o.active then 'ACTIVE' else 'DISABLED' end,
                    attributes = jsonb_strip_nulls(account.attributes || cast(o.attributes as jsonb)),
                    version = version + 1,
                    updated_at = :now
                from unnest(:ids, :names, :remoteIds, :active, :attributes) as o (id, name, remote_id, active, attributes)
                where account.id = o.id""")
                .param("ids", observed.stream().map(ObservedAccount::id).toArray(UUID[]::new))
                .param("names", observed.stream().map(ObservedAccount::name).toArray(String[]::new))
                .param("remoteIds", observed.stream().map(ObservedAccount::remoteId).toArray(String[]::new))
                .param("active", observed.stream().map(ObservedAccount::active).toArray(Boolean[]::new))
                .param("attributes", observed.stream().map(account -> json.writeValueAsString(account.attributes())).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    void delete(Collection<UUID> ids) {
        jdbc.sql("delete from account where id = any (:ids)").param("ids", ids.toArray(UUID[]::new)).update();
    }

    /** The deletion was given up. */
    void backToBefore(Collection<UUID> ids, Instant now) {
        jdbc.sql("""
                update account
                set status = before_deletion, before_deletion = null, version = version + 1, updated_at = :now
                where id = any (:ids) and status = 'DELETING'""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Those that were never made in the target. */
    void deleteRequested(Collection<UUID> ids) {
        jdbc.sql("delete from account where id = any (:ids) and status = 'REQUESTED'")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
