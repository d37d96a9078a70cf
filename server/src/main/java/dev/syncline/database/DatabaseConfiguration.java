package dev.syncline.database;

import dev.syncline.database.EmbeddedPostgres.Durability;
import dev.syncline.settings.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The pool depends on these details and they on PostgreSQL, so it is started before the pool and stopped after it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    static final String DATABASE = "syncline";

    @Bean
    @Conditional(OnExternalDatabase.class)
    JdbcConnectionDetails externalDatabase(Settings settings) {
        return ExternalDatabase.parse(settings.database().url());
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(OnOwnDatabase.class)
    static class Own {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres embeddedPostgres(Settings settings) {
            return EmbeddedPostgres.start(settings.home().resolve("postgres-18"), Durability.DURABLE);
        }

        @Bean
        JdbcConnectionDetails ownDatabase(EmbeddedPostgres postgres) throws SQLException {
            createWhenMissing(postgres);
            return new Details(postgres.url(DATABASE), postgres.user(), postgres.password());
        }

        private static void createWhenMissing(EmbeddedPostgres postgres) throws SQLException {
            try (Connection connection = DriverManager.getConnection(postgres.url("postgres"), postgres.user(), postgres.password());
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (!found.next()) {
                    statement.execute("create database " + DATABASE);
                }
            }
        }
    }

    /** Never shows its password. */
    record Details(String url, @Nullable String user, @Nullable String secret) implements JdbcConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return user;
        }

        @Override
        public @Nullable String getPassword() {
            return secret;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String toString() {
            return "Details[user=" + user + "]";
        }
    }

    static class OnExternalDatabase implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("syncline.database.url"));
        }
    }

    static class OnOwnDatabase extends OnExternalDatabase {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}
