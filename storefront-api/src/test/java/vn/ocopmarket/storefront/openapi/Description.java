package vn.ocopmarket.storefront.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.HandlerMethod;

/** What no controller can say. */
@TestConfiguration(proxyBeanMethods = false)
class Description {

    private static final List<String> REPEATED =
            List.of("group", "stars", "province", "commune", "producer", "location", "literal", "facets");
    private static final List<String> ONCE =
            List.of("q", "minPrice", "maxPrice", "inStock", "traceable", "gi", "at", "sort", "cursor", "producerName");
    private static final List<String> CREATING = List.of(
            "/api/v1/carts",
            "/api/v1/checkouts",
            "/api/v1/locations",
            "/api/v1/stock-counts",
            "/api/v1/stock/adjustments",
            "/api/v1/stock/counts",
            "/api/v1/stock/receipts",
            "/api/v1/stock/returns",
            "/api/v1/stock/set-asides",
            "/api/v1/stock/transfers",
            "/api/v1/transfers");
    private static final int LONGEST_KEY = 255;

    @Bean
    OpenAPI storefront() {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("A token of POST /api/v1/tokens; what buyers use needs none");
        return new OpenAPI()
                .info(new Info().title("OCOP Market: storefront").version("v1"))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSecuritySchemes("token", bearer))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement());
    }

    /** Names that stay when operations are added. */
    @Bean
    OperationCustomizer names() {
        return (operation, handler) -> {
            var resource = resource(handler);
            return operation
                    .operationId(handler.getMethod().getName() + resource)
                    .tags(List.of(resource.toLowerCase(Locale.ROOT)));
        };
    }

    /** Search reads its query string itself, to name everything that is wrong with it at once. */
    @Bean
    OpenApiCustomizer filters() {
        return api -> {
            var search = api.getPaths().get("/api/v1/products").getGet();
            search.setParameters(null);
            ONCE.forEach(name -> search.addParametersItem(query(name, new StringSchema())));
            REPEATED.forEach(
                    name -> search.addParametersItem(query(name, new ArraySchema().items(new StringSchema()))));
            search.addParametersItem(query("limit", new IntegerSchema()));
            var suggest = api.getPaths().get("/api/v1/suggest").getGet();
            suggest.setParameters(List.of(query("q", new StringSchema())));
            var nearby =
                    api.getPaths().get("/api/v1/products/{idOrSlug}/nearby").getGet();
            nearby.getParameters().removeIf(each -> each.getIn().equals("query"));
            nearby.addParametersItem(query("province", new StringSchema()));
            nearby.addParametersItem(query("commune", new StringSchema()));
            api.getComponents().getSchemas().keySet().removeIf(name -> name.contains("MultiValueMap"));
        };
    }

    @Bean
    OpenApiCustomizer keysAndProblems() {
        return api -> {
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                        if (method == HttpMethod.POST && isKeyed(path)) {
                            key(operation, path.equals("/api/v1/checkouts"));
                        }
                        operation.getResponses().addApiResponse("default", refused());
                    }));
            api.getComponents().addSchemas("Problem", problem());
        };
    }

    @Bean
    OpenApiCustomizer created() {
        return api -> CREATING.forEach(path -> {
            var responses = api.getPaths().get(path).getPost().getResponses();
            responses.addApiResponse("201", responses.remove("200").description("Created"));
        });
    }

    private static boolean isKeyed(String path) {
        return !path.startsWith("/api/v1/payments/") && !path.equals("/api/v1/tokens") && !path.endsWith("/nearby");
    }

    private static void key(Operation operation, boolean required) {
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(each -> each.getName().equals("Idempotency-Key"));
        }
        operation.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .required(required)
                .description("The same key and body get the first answer again, with Idempotent-Replayed: true")
                .schema(new StringSchema().maxLength(LONGEST_KEY)));
    }

    private static ApiResponse refused() {
        var schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description("Refused or failed")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static Schema<?> problem() {
        var problem = new ObjectSchema();
        problem.setDescription("RFC 9457, with further fields for each type");
        problem.addProperty("type", new StringSchema().format("uri"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.setAdditionalProperties(true);
        return problem;
    }

    private static QueryParameter query(String name, Schema<?> schema) {
        var parameter = new QueryParameter();
        parameter.name(name).required(false).schema(schema);
        return parameter;
    }

    private static String resource(HandlerMethod handler) {
        return handler.getBeanType().getSimpleName().replace("Controller", "");
    }
}
