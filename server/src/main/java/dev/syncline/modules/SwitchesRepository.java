package dev.syncline.modules;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SwitchesRepository {

    private final JdbcClient jdbc;

    SwitchesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Switches read() {
        return jdbc.sql("select lifecycle_management, identity_governance, version from module_switches").query(Switches.class).single();
    }

    /** Empty when the stored version is another. */
    Optional<Switches> update(Switches wanted) {
        return jdbc.sql("""
                update module_switches
                set lifecycle_management = :lifecycle, identity_governance = :governance, version = version + 1
                where version = :version
                returning lifecycle_management, identity_governance, version""")
                .param("lifecycle", wanted.lifecycleManagement())
                .param("governance", wanted.identityGovernance())
                .param("version", wanted.version())
                .query(Switches.class)
                .optional();
    }
}
