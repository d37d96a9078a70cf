package dev.syncline.database;

import dev.syncline.database.EmbeddedPostgres.Durability;
import java.util.ArrayList;
import java.util.List;

/** The command lines that start and stop the postmaster. */
record PostmasterCommand(Cluster cluster, int port, Durability durability) {

    List<String> words() {
        List<String> words = new ArrayList<>(List.of(cluster.program("postgres"), "-D", cluster.data().toString()));
        set(words, "port", port);
        set(words, "listen_addresses", "127.0.0.1");
        set(words, "unix_socket_directories", "");
        set(words, "max_connections", 60);
        set(words, "shared_buffers", "256MB");
        set(words, "effective_cache_size", "512MB");
        set(words, "maintenance_work_mem", "64MB");
        set(words, "max_wal_size", "1GB");
        set(words, "random_page_cost", 1.1);
        set(words, "timezone", "UTC");
        set(words, "log_timezone", "UTC");
        set(words, "logging_collector", "off");
        keepValuesOutOfTheLog(words);
        switch (durability) {
            case DURABLE -> {
                set(words, "fsync", "on");
                set(words, "synchronous_commit", "on");
                set(words, "full_page_writes", "on");
            }
            case FLEETING -> {
                set(words, "fsync", "off");
                set(words, "synchronous_commit", "off");
                set(words, "full_page_writes", "off");
                set(words, "autovacuum_naptime", "10min");
            }
        }
        return words;
    }

    /** The details of a refused row would quote what it holds. */
    private static void keepValuesOutOfTheLog(List<String> words) {
        set(words, "log_error_verbosity", "terse");
        set(words, "log_min_error_statement", "panic");
        set(words, "log_parameter_max_length_on_error", 0);
    }

    List<String> stopWords() {
        return List.of(cluster.program("pg_ctl"), "stop", "-D", cluster.data().toString(), "-m", "fast", "-w", "-t", "30");
    }

    private static void set(List<String> words, String name, Object value) {
        words.add("-c");
        words.add(name + "=" + value);
    }
}
