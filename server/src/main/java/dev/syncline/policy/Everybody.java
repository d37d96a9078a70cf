package dev.syncline.policy;

import dev.syncline.identity.User;
import dev.syncline.identity.UserFilter;
import dev.syncline.identity.Users;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** All enabled users in the order of their user names, in pages, for as long as somebody who waits can be made to wait. */
@Component
class Everybody {

    private static final int PAGE = 1_000;
    private static final UserFilter ENABLED = new UserFilter(null, null, User.Status.ENABLED);

    private final Users users;

    Everybody(Users users) {
        this.users = users;
    }

    int count() {
        return (int) users.count(ENABLED);
    }

    /**
     * Hands out page after page until there is no further one, the receiver has enough, or the time is up.
     *
     * @param afterUserName "" for the first page
     * @param wantsMore false when it has enough
     * @return whether the last page was handed out
     */
    boolean read(String afterUserName, Duration patience, Predicate<List<User>> wantsMore) {
        long end = System.nanoTime() + patience.toNanos();
        String after = afterUserName;
        while (true) {
            List<User> page = users.page(ENABLED, after, PAGE);
            boolean more = page.isEmpty() || wantsMore.test(page);
            if (page.size() < PAGE) {
                return true;
            }
            if (!more || System.nanoTime() > end) {
                return false;
            }
            after = page.getLast().userName();
        }
    }
}
