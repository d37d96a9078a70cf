package dev.syncline.access;

import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserChange;
import dev.syncline.identity.UserReaction;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who is disabled or deleted is out of the portal at once; who is deleted stays out. */
@Component
@Order(1)
class PortalLeavers implements UserReaction {

    private final SessionRepository sessions;
    private final PortalSignInRepository signIns;

    PortalLeavers(SessionRepository sessions, PortalSignInRepository signIns) {
        this.sessions = sessions;
        this.signIns = signIns;
    }

    @Override
    public void changed(List<UserChange> changes, Act act) {
        List<UUID> disabled = who(changes, User.Status.DISABLED);
        List<UUID> deleted = who(changes, User.Status.DELETED);
        if (!disabled.isEmpty()) {
            sessions.deleteOfUsers(disabled);
        }
        if (!deleted.isEmpty()) {
            signIns.delete(deleted);
        }
    }

    private static List<UUID> who(List<UserChange> changes, User.Status status) {
        return changes.stream().filter(change -> change.became(status)).map(change -> change.after().id()).toList();
    }
}
