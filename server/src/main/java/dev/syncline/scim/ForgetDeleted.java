package dev.syncline.scim;

import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserChange;
import dev.syncline.identity.UserReaction;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The external id of a deleted user is free for the next one, like the user name. */
@Component
@Order(1)
class ForgetDeleted implements UserReaction {

    private final KeptRepository kept;

    ForgetDeleted(KeptRepository kept) {
        this.kept = kept;
    }

    @Override
    public void changed(List<UserChange> changes, Act act) {
        List<UUID> deleted = changes.stream().filter(change -> change.became(User.Status.DELETED)).map(change -> change.after().id()).toList();
        if (!deleted.isEmpty()) {
            kept.forgetExternalIds(deleted);
        }
    }
}
