package dev.syncline.mapping;

import dev.syncline.connector.ObjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MappingRepository {

    private final JdbcClient jdbc;

    MappingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<Mapping>> of(Collection<UUID> applicationIds) {
        Map<UUID, List<Mapping>> found = new HashMap<>();
        applicationIds.forEach(id -> found.put(id, new ArrayList<>()));
        jdbc.sql("""
                select application_id, object_type, target, expression, secret
                from attribute_mapping
                where application_id = any (:ids)
                order by application_id, position""")
                .param("ids", applicationIds.toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getObject("application_id", UUID.class), _ -> new ArrayList<>()).add(new Mapping(
                            ObjectType.valueOf(row.getString("object_type")),
                            row.getString("target"),
                            row.getString("expression"),
                            row.getBoolean("secret")));
                });
        return found;
    }

    void replace(UUID applicationId, List<Mapping> mappings) {
        jdbc.sql("delete from attribute_mapping where application_id = :id").param("id", applicationId).update();
        jdbc.sql("""
                insert into attribute_mapping (application_id, object_type, target, expression, secret, position)
                select :id, type, target, expression, secret, position
                from unnest(:types, :targets, :expressions, :secrets)
                    with ordinality as m (type, target, expression, secret, position)""")
                .param("id", applicationId)
                .param("types", mappings.stream().map(mapping -> mapping.objectType().name()).toArray(String[]::new))
                .param("targets", mappings.stream().map(Mapping::target).toArray(String[]::new))
                .param("expressions", mappings.stream().map(Mapping::expression).toArray(String[]::new))
                .param("secrets", mappings.stream().map(Mapping::secret).toArray(Boolean[]::new))
                .update();
    }
}
