package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.patch.DefaultPatchOperationHandler;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedComplexAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedComplexMultivaluedSubAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedComplexSimpleSubAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedSimpleAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.PatchOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.RemoveComplexAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.RemoveExtensionRefOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.SimpleAttributeOperation;
import java.util.function.BooleanSupplier;

/**
 * The library's PATCH, but removing what is not there is no error: afterwards it is not there, as was asked. "noTarget" is for filters
 * that find nothing (RFC 7644, sections 3.5.2.2 and 3.12).
 */
final class Patches<T extends ResourceNode> extends DefaultPatchOperationHandler<T> {

    /** Some clients write an extension with the schemas of its own, which no resource has there. */
    static void understand(ObjectNode patch) {
        for (JsonNode operation : patch.path("Operations")) {
            if (operation.path("path").asText("").startsWith("urn:") && operation.path("value") instanceof ObjectNode value) {
                value.remove("schemas");
            }
        }
    }

    Patches(ResourceHandler<T> resources, Context context) {
        super(resources.getType(), resources.getServiceProvider().getPatchConfig(), resources.getResourceType(), context);
    }

    @Override
    public boolean handleOperation(String id, RemoveExtensionRefOperation operation) {
        return handled(operation, () -> super.handleOperation(id, operation));
    }

    @Override
    public boolean handleOperation(String id, SimpleAttributeOperation operation) {
        return handled(operation, () -> super.handleOperation(id, operation));
    }

    @Override
    public boolean handleOperation(String id, MultivaluedSimpleAttributeOperation operation) {
        return handled(operation, () -> super.handleOperation(id, operation));
    }

    @Override
    public boolean handleOperation(String id, RemoveComplexAttributeOperation operation) {
        return handled(operation, () -> super.handleOperation(id, operation));
    }

    @Override
    public boolean handleOperation(String id, MultivaluedComplexAttributeOperation operation) {
        return handled(operation, () -> super.handleOperation(id, operation));
    }

    @Override
    public boolean handleOperation(String id, MultivaluedComplexSimpleSubAttributeOperation operation) {
        return handled(operation, () -> super.handleOperation(id, operation));
    }

    @Override
    public boolean handleOperation(String id, MultivaluedComplexMultivaluedSubAttributeOperation operation) {
        return handled(operation, () -> super.handleOperation(id, operation));
    }

    private static boolean handled(PatchOperation<?> operation, BooleanSupplier change) {
        try {
            return change.getAsBoolean();
        } catch (BadRequestException e) {
            if (operation.isRemoveOp() && !operation.isWithFilter() && ScimType.RFC7644.NO_TARGET.equals(e.getScimType())) {
                return false;
            }
            throw e;
        }
    }
}
