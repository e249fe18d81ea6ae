package vn.ocopmarket.storefront.desk.http;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.DeskSettings;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.token.IssuingTokens;

/** Sends every question with a short-lived token of the one who asks. */
@Component
class HttpCatalogue implements Catalogue {

    private static final String TYPES = "https://ocopmarket.vn/problems/";

    private final WebClient catalogue;
    private final IssuingTokens tokens;
    private final Duration timeout;
    private final JsonMapper mapper;
    private final ObjectReader tolerant;

    HttpCatalogue(WebClient.Builder clients, DeskSettings settings, IssuingTokens tokens, JsonMapper mapper) {
        this.catalogue = clients.baseUrl(settings.catalogUrl().toString())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(settings.largest() << 20))
                .build();
        this.tokens = tokens;
        this.timeout = settings.timeout();
        this.mapper = mapper;
        // A newer catalogue may say more than we know.
        this.tolerant = mapper.reader().without(FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public <T> Mono<Reply<T>> ask(Asker asker, Question question, Class<T> answer) {
        return tokens.issueTo(asker.member())
                .flatMap(token -> request(asker, question, token.accessToken())
                        .exchangeToMono(response -> read(response, answer)))
                .timeout(timeout);
    }

    private WebClient.RequestHeadersSpec<?> request(Asker asker, Question question, String token) {
        var request = catalogue
                .method(HttpMethod.valueOf(question.method()))
                .uri(question.template(), question.values())
                .headers(headers -> {
                    headers.setBearerAuth(token);
                    headers.set(HttpHeaders.ACCEPT_LANGUAGE, asker.language().toLanguageTag());
                    if (question.revision() instanceof Long revision) {
                        headers.setIfMatch("\"" + revision + "\"");
                    }
                });
        var content = question.content();
        return content == null
                ? request
                : request.contentType(MediaType.parseMediaType(content.type()))
                        .bodyValue(
                                content.value() instanceof byte[] bytes
                                        ? bytes
                                        : mapper.writeValueAsBytes(content.value()));
    }

    private <T> Mono<Reply<T>> read(ClientResponse response, Class<T> answer) {
        var status = response.statusCode();
        if (status.is5xxServerError()) {
            return response.createError();
        }
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> status.is2xxSuccessful()
                        ? new Reply.Given<>(value(body, answer))
                        : refused(status.value(), body));
    }

    private <T> T value(byte[] body, Class<T> answer) {
        return answer == byte[].class
                ? answer.cast(body)
                : tolerant.forType(answer).<T>readValue(body);
    }

    private <T> Reply.Refused<T> refused(int status, byte[] body) {
        try {
            var told = Objects.requireNonNullElse(
                    tolerant.forType(Told.class).<@Nullable Told>readValue(body), new Told(null, null, null, null));
            var type = Objects.requireNonNullElse(told.type(), "").replace(TYPES, "");
            return new Reply.Refused<>(
                    status,
                    type.isEmpty() || type.equals("about:blank") ? usual(status) : type,
                    Objects.requireNonNullElse(told.title(), ""),
                    Objects.requireNonNullElse(told.detail(), ""),
                    Objects.requireNonNullElse(told.errors(), List.of()));
        } catch (JacksonException _) {
            return new Reply.Refused<>(status, usual(status), "", "", List.of());
        }
    }

    private static String usual(int status) {
        return switch (HttpStatus.resolve(status)) {
            case NOT_FOUND -> "not-found";
            case FORBIDDEN -> "forbidden";
            case UNAUTHORIZED -> "unauthorized";
            case null, default -> "invalid-request";
        };
    }

    /** A problem in the terms of RFC 9457. */
    private record Told(
            @Nullable String type,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<InvalidField> errors) {}
}
