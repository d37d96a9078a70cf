package dev.syncline.scim;

import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.features.EndpointType;
import de.captaingoldfish.scim.sdk.server.interceptor.Interceptor;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is committed together. */
@Component
class Transactions {

    private final TransactionTemplate whole;
    private final TransactionTemplate part;

    Transactions(PlatformTransactionManager manager) {
        this.whole = new TransactionTemplate(manager);
        this.part = new TransactionTemplate(manager);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    <T> T whole(Supplier<T> work) {
        return whole.execute(_ -> work.get());
    }

    /** One operation by itself: inside a bulk request's transaction up to a savepoint. */
    Interceptor part() {
        return each((work, _) -> part.execute(_ -> work.get()));
    }

    /** The same, but work that is collected for a set is no operation of the database yet. */
    Interceptor unlessInSets(EndpointType type) {
        return switch (type) {
            case GET, LIST -> each((work, _) -> work.get());
            case CREATE, UPDATE, PATCH, DELETE -> each((work, context) ->
                    ScimContext.of(context).users().inSets() ? work.get() : part.execute(_ -> work.get()));
        };
    }

    private interface Each {
        Object around(Supplier<?> work, Context context);
    }

    private static Interceptor each(Each each) {
        return new Interceptor() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T doAround(Supplier<T> work, Context context) {
                return (T) each.around(work, context);
            }
        };
    }
}
