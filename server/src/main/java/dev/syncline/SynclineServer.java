package dev.syncline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server process. */
@SpringBootApplication
public class SynclineServer {

    public static void main(String[] args) {
        SpringApplication.run(SynclineServer.class, args);
    }
}
