package dev.syncline.request;

import dev.syncline.request.AccessRequest.Item;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes one request: things of one application, or a package.
 *
 * @param name of the application or package
 */
record Draft(@Nullable UUID applicationId, @Nullable UUID packageId, String name, List<Item> items) {

    static Draft of(List<Item> ofOneApplication) {
        Item first = ofOneApplication.getFirst();
        return new Draft(first.applicationId(), null, first.applicationName(), ofOneApplication);
    }
}
