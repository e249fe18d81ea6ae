package vn.ocopmarket.catalog.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.testing.OpenApiText;

@Import(OpenApiIT.Description.class)
class OpenApiIT extends RunningCatalog {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_KEY = 255;
    private static final Path WRITTEN = Path.of("target", "openapi.json");

    @Test
    void theDescriptionHandedOutIsThatOfTheControllers() throws IOException {
        var written = OpenApiText.of(JSON.readTree(text("/v3/api-docs")));
        Files.writeString(WRITTEN, written, StandardCharsets.UTF_8);

        assertThat(text("/api/openapi.json"))
                .as("src/main/resources/static/api/openapi.json; copy %s over it", WRITTEN)
                .isEqualTo(written);
    }

    @Test
    void thePageIsThere() {
        assertThat(text("/api/docs")).contains("/api/openapi.json");
        assertThat(text("/api/docs.js")).contains("fetch('/api/openapi.json')");
    }

    private String text(String path) {
        return Objects.requireNonNull(anonymous()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** What no controller can say. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Description {

        @Bean
        OpenAPI catalogue() {
            var bearer = new SecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .bearerFormat("JWT")
                    .description("A token of POST /api/v1/tokens of the storefront; reads need none");
            return new OpenAPI()
                    .info(new Info().title("OCOP Market: catalogue").version("v1"))
                    .servers(List.of(new Server().url("/")))
                    .components(new Components().addSecuritySchemes("token", bearer))
                    .addSecurityItem(new SecurityRequirement().addList("token"));
        }

        /** The controller takes the rest of the path, since numbers of certificates contain slashes. */
        @Bean
        OpenApiCustomizer withdrawals() {
            return api -> {
                var acts = api.getPaths().remove("/api/v1/products/{id}/certificates/{rest}");
                Stream.of(acts.getPost(), acts.getPut())
                        .flatMap(act -> act.getParameters().stream())
                        .filter(parameter -> parameter.getName().equals("rest"))
                        .forEach(parameter -> parameter.name("number"));
                var one = "/api/v1/products/{id}/certificates/{number}/";
                for (var act : List.of("withdrawals", "extensions", "suspensions", "reinstatements")) {
                    api.path(one + act, new PathItem().post(acts.getPost()));
                }
                acts.getPut()
                        .getRequestBody()
                        .content(new Content()
                                .addMediaType(
                                        "application/pdf",
                                        new MediaType()
                                                .schema(new Schema<>()
                                                        .type("string")
                                                        .format("binary"))));
                api.path(one + "decision", new PathItem().put(acts.getPut()));
            };
        }

        /** A filter looks at them, for every POST. */
        @Bean
        OpenApiCustomizer keys() {
            return api -> api.getPaths().values().stream()
                    .map(PathItem::getPost)
                    .filter(Objects::nonNull)
                    .filter(post -> post.getParameters() == null
                            || post.getParameters().stream()
                                    .noneMatch(each -> each.getName().equals("Idempotency-Key")))
                    .forEach(post -> post.addParametersItem(new HeaderParameter()
                            .name("Idempotency-Key")
                            .required(false)
                            .description(
                                    "The same key and body get the first answer again, with Idempotent-Replayed: true")
                            .schema(new StringSchema().maxLength(LONGEST_KEY))));
        }
    }
}
