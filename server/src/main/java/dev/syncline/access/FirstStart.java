package dev.syncline.access;

import dev.syncline.settings.Settings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the one-time password on the console, before the server counts as ready. Standard output on purpose: no log file may have it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstStart implements ApplicationRunner {

    private final FirstAdministrator first;
    private final Settings settings;

    FirstStart(FirstAdministrator first, Settings settings) {
        this.first = first;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.training()) {
            first.create(settings).ifPresent(FirstStart::show);
        }
    }

    private static void show(String password) {
        System.out.printf("""

                ──────────────────────────────────────────────────────────────
                 First sign-in
                   user name          %s
                   one-time password  %s
                 It is shown only now. You choose your own at the first sign-in.
                ──────────────────────────────────────────────────────────────

                """, FirstAdministrator.USER_NAME, password);
    }
}
