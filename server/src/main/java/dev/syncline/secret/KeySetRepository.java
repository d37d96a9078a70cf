package dev.syncline.secret;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wrapped key set, and what is known of its keys. */
@Repository
class KeySetRepository {

    record Stored(int version, byte[] sealed) {}

    /**
     * A key of the set, or one that was.
     *
     * @param madeBy null for the first
     * @param retiredAt null while it is in the set
     */
    record Made(long id, Instant madeAt, String madeBy, @Nullable Instant retiredAt) {}

    private final JdbcClient jdbc;

    KeySetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Integer> version() {
        return jdbc.sql("select version from key_set").query(Integer.class).optional();
    }

    Optional<Stored> find() {
        return read("select version, sealed from key_set");
    }

    /** The others wait until the transaction ends. */
    Optional<Stored> lock() {
        return read("select version, sealed from key_set for update");
    }

    /** Of servers that start at the same time one is first. */
    boolean insert(byte[] sealed, Instant now) {
        return jdbc.sql("insert into key_set (version, sealed, changed_at) values (1, :sealed, :now) on conflict do nothing")
                .param("sealed", sealed).param("now", Timestamp.from(now)).update() == 1;
    }

    void update(byte[] sealed, Instant now) {
        jdbc.sql("update key_set set version = version + 1, sealed = :sealed, changed_at = :now")
                .param("sealed", sealed).param("now", Timestamp.from(now)).update();
    }

    void made(long id, Instant now, @Nullable String by) {
        jdbc.sql("insert into data_key (id, made_at, made_by) values (:id, :now, :by) on conflict do nothing")
                .param("id", id).param("now", Timestamp.from(now)).param("by", by).update();
    }

    void retired(long id, Instant now) {
        jdbc.sql("update data_key set retired_at = :now where id = :id").param("id", id).param("now", Timestamp.from(now)).update();
    }

    List<Made> keys() {
        return jdbc.sql("select id, made_at, made_by, retired_at from data_key order by made_at desc, id").query((row, number) -> new Made(
                row.getLong("id"), row.getTimestamp("made_at").toInstant(), row.getString("made_by"),
                row.getTimestamp("retired_at") == null ? null : row.getTimestamp("retired_at").toInstant())).list();
    }

    private Optional<Stored> read(String sql) {
        return jdbc.sql(sql).query((row, number) -> new Stored(row.getInt("version"), row.getBytes("sealed"))).optional();
    }
}
