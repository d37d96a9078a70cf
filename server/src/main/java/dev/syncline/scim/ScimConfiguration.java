package dev.syncline.scim;

import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.complex.BulkConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ChangePasswordConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ETagConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.SortConfig;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.AuthenticationScheme;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.base.GroupEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.schemas.ResourceType;
import de.captaingoldfish.scim.sdk.server.schemas.custom.ETagFeature;
import de.captaingoldfish.scim.sdk.server.schemas.custom.ResourceTypeFeatures;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service provider can do (RFC 7643, section 5). */
@Configuration(proxyBeanMethods = false)
class ScimConfiguration {

    static final int MOST_OPERATIONS = 1_000;
    static final int LARGEST_BULK = 8 << 20;
    private static final int MOST_RESULTS = 500;

    @Bean
    ResourceEndpoint scimEndpoint(UserResources users, GroupResources groups) {
        ResourceEndpoint endpoint = new ResourceEndpoint(provider());
        tag(endpoint.registerEndpoint(new UserEndpointDefinition(users)));
        tag(endpoint.registerEndpoint(new GroupEndpointDefinition(groups)));
        return endpoint;
    }

    private static void tag(ResourceType type) {
        ResourceTypeFeatures features = type.getFeatures();
        features.setETagFeature(ETagFeature.builder().enabled(true).build());
        type.setFeatures(features);
    }

    private static ServiceProvider provider() {
        return ServiceProvider.builder()
                .patchConfig(PatchConfig.builder()
                        .supported(true)
                        .activateMsAzureFilterWorkaround(true)
                        .activateMsAzureValueSubAttributeWorkaround(true)
                        .activateMsAzureComplexSimpleValueWorkaround(true)
                        .build())
                .bulkConfig(BulkConfig.builder().supported(true).maxOperations(MOST_OPERATIONS).maxPayloadSize((long) LARGEST_BULK).build())
                .filterConfig(FilterConfig.builder().supported(true).maxResults(MOST_RESULTS).build())
                .sortConfig(SortConfig.builder().supported(true).build())
                .eTagConfig(ETagConfig.builder().supported(true).build())
                .changePasswordConfig(ChangePasswordConfig.builder().supported(false).build())
                .authenticationSchemes(List.of(AuthenticationScheme.builder()
                        .type("oauthbearertoken")
                        .name("API token")
                        .description("An API token of an administrator as Authorization: Bearer")
                        .specUri("https://www.rfc-editor.org/info/rfc6750")
                        .primary(true)
                        .build()))
                .caseInsensitiveValidation(true)
                .lenientContentTypeChecking(true)
                .build();
    }
}
