package dev.syncline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.syncline.database.DatabaseConfiguration.Details;
import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {

    @Test
    void takesBothCommonForms() {
        assertThat(ExternalDatabase.parse("jdbc:postgresql://db:5432/syncline?user=u&password=p"))
                .isEqualTo(new Details("jdbc:postgresql://db:5432/syncline?user=u&password=p", null, null));
        assertThat(ExternalDatabase.parse("postgresql://u:p%40ss@db/syncline"))
                .isEqualTo(new Details("jdbc:postgresql://db/syncline", "u", "p@ss"));
        assertThat(ExternalDatabase.parse("postgres://u@db/syncline?sslmode=require"))
                .isEqualTo(new Details("jdbc:postgresql://db/syncline?sslmode=require", "u", null));
    }

    @Test
    void refusesAnythingElseWithoutRepeatingIt() {
        assertThatThrownBy(() -> ExternalDatabase.parse("mysql://u:hunter2@db/x"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("jdbc:postgresql://")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void doesNotShowItsPassword() {
        assertThat(ExternalDatabase.parse("postgresql://u:hunter2@db/x?password=hunter3").toString()).doesNotContain("hunter");
    }
}
