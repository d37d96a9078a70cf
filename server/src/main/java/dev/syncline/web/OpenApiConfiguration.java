package dev.syncline.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is true of every endpoint, said once for the description at /api/v1/openapi.json. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String DESCRIPTION = """
            Identity provisioning engine and synchronization log.

            Lists are paged by cursor: pass `next` of one page as `cursor` of the following. Edits need `If-Match` with the ETag that \
            was read. A POST may carry an `Idempotency-Key`; repeated within 24 hours it is done once. Errors are problem documents \
            (RFC 9457) whose `code` is stable. Programs send `Authorization: Bearer`; with the session cookie, requests that change \
            something need the header `X-Syncline: 1`.
            """;

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("Syncline").version("1").description(DESCRIPTION))
                .components(new Components()
                        .addSecuritySchemes("bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                        .addSecuritySchemes("session", new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE)
                                .name("syncline_session")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    @Bean
    ModelResolver schemaResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(mappers.isOpenapi31());
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().values().stream().flatMap(path -> path.readOperations().stream()).forEach(OpenApiConfiguration::addProblem);
        };
    }

    private static void addProblem(Operation operation) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        operation.getResponses().putIfAbsent("default", new ApiResponse().description("A problem document")
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, problem)));
    }
}
