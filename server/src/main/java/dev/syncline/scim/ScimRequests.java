package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import de.captaingoldfish.scim.sdk.common.exceptions.NotImplementedException;
import de.captaingoldfish.scim.sdk.common.exceptions.ScimException;
import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import dev.syncline.identity.Act;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands requests to the library, and sees to it that only our own errors are answered as such. */
@Component
class ScimRequests {

    private static final Logger log = LoggerFactory.getLogger(ScimRequests.class);

    private final ResourceEndpoint endpoint;
    private final UserParts parts;
    private final Transactions transactions;

    ScimRequests(ResourceEndpoint endpoint, UserParts parts, Transactions transactions) {
        this.endpoint = endpoint;
        this.parts = parts;
        this.transactions = transactions;
    }

    /**
     * @param url with its query
     * @param body null for none
     */
    record Request(String url, HttpMethod method, @Nullable String body, Map<String, String> headers) {

        String path() {
            return url.replaceFirst("\\?.*", "");
        }

        /** RFC 7644, section 3.11. */
        boolean isAboutMe() {
            return (path() + "/").contains(ScimController.PATH + "/Me/");
        }

        boolean searchesAll() {
            return method == HttpMethod.POST && url.endsWith(ScimController.PATH + RootSearch.PATH);
        }

        /** The same of the client at another place of the service. */
        Request at(String place, ObjectNode other) {
            return new Request(url.substring(0, url.length() - RootSearch.PATH.length()) + place, method, other.toString(), headers);
        }

        Request with(ObjectNode other) {
            return new Request(url, method, other.toString(), headers);
        }

        boolean bulk() {
            return method == HttpMethod.POST && url.endsWith("/Bulk");
        }
    }

    ScimResponse answer(Request asked, Act act) {
        Request request = asked;
        try {
            ObjectNode body = request.body() == null || request.body().isBlank() ? null : Json.body(request.body());
            if (body != null && request.method() == HttpMethod.PATCH) {
                Patches.understand(body);
                request = request.with(body);
            }
            if (request.isAboutMe()) {
                return new ErrorResponse(new NotImplementedException("Who sends a token is no user here; name the user as /Users/{id}."));
            }
            if (body != null && request.searchesAll()) {
                return RootSearch.over(body, (path, search) -> each(asked.at(path, search), act));
            }
            return request.bulk() && body != null ? bulk(request, body, act) : each(request, act);
        } catch (ScimException e) {
            return new ErrorResponse(e);
        } catch (StackOverflowError e) {
            return new ErrorResponse(new BadRequestException("The request is nested too deeply.", ScimType.RFC7644.INVALID_SYNTAX));
        }
    }

    /** In one transaction and in sets; when that fails, one operation after the other, each by itself. */
    private ScimResponse bulk(Request request, JsonNode body, Act act) {
        try {
            return transactions.whole(() -> {
                ScimContext context = new ScimContext(act, new UserWork(parts, act, true));
                BulkNeeds.of(body).ask(context.users());
                ScimResponse response = handle(request, context);
                if (context.failure() == null) {
                    context.writeCollected();
                }
                if (context.failure() != null) {
                    throw context.failure();
                }
                return understood(response);
            });
        } catch (RuntimeException e) {
            log.info("A bulk request could not be done in sets ({}); it is done one operation after the other", e.getClass().getSimpleName());
            return each(request, act);
        }
    }

    private ScimResponse each(Request request, Act act) {
        ScimContext context = new ScimContext(act, new UserWork(parts, act, false));
        ScimResponse response = handle(request, context);
        if (context.failure() != null) {
            // Without the query: a filter has names of people in it.
            log.error("Error of a SCIM request: {} {}", request.method(), request.path(), context.failure());
            return response;
        }
        return understood(response);
    }

    /** Where nothing of ours has failed, the library fell over something that never reached us: it can only have been the request. */
    private static ScimResponse understood(ScimResponse response) {
        return response.getHttpStatus() == 500
                ? new ErrorResponse(new BadRequestException(
                        "The request is not understood. Compare it with RFC 7644.", ScimType.RFC7644.INVALID_SYNTAX))
                : response;
    }

    private ScimResponse handle(Request request, ScimContext context) {
        ScimResponse response = endpoint.handleRequest(request.url(), request.method(), request.body(), request.headers(), context);
        Discovery.tidy(request.path(), response);
        ErrorTypes.complete(request, response);
        return response;
    }
}
