package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.filter.AndExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.AttributePathRoot;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.NotExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.OrExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.resources.FilterResourceResolver;
import java.util.List;

/**
 * Whether a user is meant by a filter, for the parts of filters the database does not understand. The library compares; here is what it
 * leaves out: the conditions in {@code emails[...]} are about one and the same address (RFC 7644, section 3.4.2.2).
 */
record Matching(ServiceProvider provider) {

    boolean holds(FilterNode filter, User user) {
        return switch (filter) {
            case AndExpressionNode and -> holds(and.getLeftNode(), user) && holds(and.getRightNode(), user);
            case OrExpressionNode or -> holds(or.getLeftNode(), user) || holds(or.getRightNode(), user);
            case NotExpressionNode not -> !holds(not.getRightNode(), user);
            case AttributePathRoot path when path.getChild() != null -> anyOf(path, user);
            default -> !FilterResourceResolver.filterResources(provider, List.of(user), filter).isEmpty();
        };
    }

    private boolean anyOf(AttributePathRoot path, User user) {
        String list = path.getSchemaAttribute().getName();
        for (JsonNode value : user.path(list)) {
            User withThisOne = JsonHelper.copyResourceToObject(user.deepCopy(), User.class);
            withThisOne.set(list, JsonNodeFactory.instance.arrayNode().add(value));
            if (holds(path.getChild(), withThisOne)) {
                return true;
            }
        }
        return false;
    }
}
