package vn.ocopmarket.storefront.pages.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;

/** Says which fields of a body, a form or a query are wrong, and how. */
@Component
class InvalidInput {

    private final MessageSource messages;

    InvalidInput(MessageSource messages) {
        this.messages = messages;
    }

    Problem problem(ServerWebInputException failure, ServerWebExchange exchange) {
        var locale = ProblemWords.localeOf(exchange);
        var errors = switch (failure) {
            case WebExchangeBindException binding -> bound(binding, locale);
            case MissingRequestValueException missing ->
                List.of(new InvalidField(missing.getName(), word("invalid.missing", locale)));
            default -> read(failure, locale);
        };
        return Problem.of("invalid-request", 400).with("errors", errors);
    }

    private List<InvalidField> bound(Errors binding, Locale locale) {
        return binding.getAllErrors().stream()
                .map(error -> new InvalidField(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        messages.getMessage(error, locale)))
                .toList();
    }

    private List<InvalidField> read(ServerWebInputException failure, Locale locale) {
        return switch (jacksonCause(failure)) {
            case UnrecognizedPropertyException unknown ->
                List.of(new InvalidField(pathOf(unknown), word("invalid.unknown", locale)));
            case DatabindException wrong -> List.of(new InvalidField(pathOf(wrong), word("invalid.value", locale)));
            case JacksonException _ -> List.of(new InvalidField("", word("invalid.json", locale)));
            case null -> {
                var parameter = failure.getMethodParameter();
                var name = parameter == null ? null : parameter.getParameterName();
                yield List.of(new InvalidField(name == null ? "" : name, word("invalid.value", locale)));
            }
        };
    }

    private static @Nullable JacksonException jacksonCause(Throwable failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException jackson) {
                return jackson;
            }
        }
        return null;
    }

    private static String pathOf(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
