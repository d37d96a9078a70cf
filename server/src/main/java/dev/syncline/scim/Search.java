package dev.syncline.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;

/**
 * What a client asks a list for (RFC 7644, section 3.4.2).
 *
 * @param filter null for everything
 * @param sortBy null for the order of creation
 * @param startIndex of the first result, from 1
 */
record Search(FilterNode filter, SchemaAttribute sortBy, SortOrder sortOrder, long startIndex, int count) {

    boolean descending() {
        return sortOrder == SortOrder.DESCENDING;
    }
}
