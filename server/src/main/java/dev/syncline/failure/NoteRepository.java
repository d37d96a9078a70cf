package dev.syncline.failure;

import dev.syncline.failure.Note.Event;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoteRepository {

    private static final String ADD = """
            insert into failure_note (id, group_id, at, by_name, event, text) values (:id, :group, :at, :by, :event, :text)
            """;

    private static final String PAGE = """
            select id, at, by_name, event, text
            from failure_note
            where group_id = :group and (at, id) < (:at, :id)
            order by at desc, id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    NoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID group, Note note) {
        jdbc.sql(ADD)
                .param("id", note.id())
                .param("group", group)
                .param("at", Timestamp.from(note.at()))
                .param("by", note.by())
                .param("event", note.event().name())
                .param("text", note.text(), Types.VARCHAR)
                .update();
    }

    /** Newest first, those before the given one. */
    List<Note> page(UUID group, Instant before, UUID beforeId, int limit) {
        return jdbc.sql(PAGE)
                .param("group", group)
                .param("at", Timestamp.from(before))
                .param("id", beforeId)
                .param("limit", limit)
                .query((row, _) -> new Note(row.getObject("id", UUID.class), row.getTimestamp("at").toInstant(), row.getString("by_name"),
                        Event.valueOf(row.getString("event")), row.getString("text")))
                .list();
    }
}
