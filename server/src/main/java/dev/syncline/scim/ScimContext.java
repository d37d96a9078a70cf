package dev.syncline.scim;

import de.captaingoldfish.scim.sdk.common.exceptions.InternalServerException;
import de.captaingoldfish.scim.sdk.common.exceptions.ScimException;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import dev.syncline.identity.Act;
import dev.syncline.problem.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** One request: who makes it, what it does to users, and what went wrong on our side. */
final class ScimContext extends Context {

    private final Act act;
    private final UserWork users;
    private @Nullable RuntimeException failure;

    ScimContext(Act act, UserWork users) {
        super(null);
        this.act = act;
        this.users = users;
    }

    static ScimContext of(Context context) {
        return (ScimContext) context;
    }

    Act act() {
        return act;
    }

    UserWork users() {
        return users;
    }

    /** An error of ours, not of the client; null for none. */
    @Nullable RuntimeException failure() {
        return failure;
    }

    /** Writes what a bulk request has collected. A failure is not the failure of the operation that comes next. */
    void writeCollected() {
        try {
            users.flush();
        } catch (RuntimeException e) {
            failure = e;
            throw new InternalServerException(e.getMessage(), e, null);
        }
    }

    /** Runs a part of the request: refusals go to the client as the library's own exceptions, errors of ours are remembered. */
    <T> T answering(Supplier<T> part) {
        try {
            return part.get();
        } catch (ScimException e) {
            throw e;
        } catch (ProblemException e) {
            throw Refusals.of(e);
        } catch (DuplicateKeyException e) {
            if (users.inSets()) {
                failure = e;
            }
            throw Refusals.taken("Somebody else has just taken the name or the external id. Read what is there and try again.");
        } catch (RuntimeException e) {
            failure = e;
            throw new InternalServerException(e.getMessage(), e, null);
        }
    }
}
