package vn.ocopmarket.storefront.browse.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/** The address of a search page, and those that ask for a little more or less. */
record SearchAddress(MultiValueMap<String, String> parameters) {

    static final SearchAddress EMPTY = new SearchAddress(new LinkedMultiValueMap<>());

    /** What was given, but for the page and the language. */
    static SearchAddress of(MultiValueMap<String, String> given) {
        var asked = new LinkedMultiValueMap<>(given);
        List.of("cursor", "done", "lang").forEach(asked::remove);
        asked.values().removeIf(values -> values.stream().allMatch(String::isBlank));
        return new SearchAddress(asked);
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    SearchAddress plus(String name, String value) {
        var more = new LinkedMultiValueMap<>(parameters);
        more.add(name, value);
        return new SearchAddress(more);
    }

    SearchAddress minus(String name, String value) {
        var less = new LinkedMultiValueMap<String, String>();
        parameters.forEach((other, values) -> values.stream()
                .filter(kept -> !(other.equals(name) && kept.equals(value)))
                .forEach(kept -> less.add(other, kept)));
        return new SearchAddress(less);
    }

    SearchAddress without(List<String> names) {
        var less = new LinkedMultiValueMap<>(parameters);
        names.forEach(less::remove);
        return new SearchAddress(less);
    }

    /** This value and no other. */
    SearchAddress with(String name, @Nullable String value) {
        var other = new LinkedMultiValueMap<>(parameters);
        other.set(name, value);
        return new SearchAddress(other);
    }

    /** By hand, since in a template braces stand for something else. */
    String href() {
        var query = parameters.entrySet().stream()
                .flatMap(
                        given -> given.getValue().stream().map(value -> encoded(given.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/search" : "/search?" + query;
    }

    private static String encoded(@Nullable String text) {
        return text == null ? "" : UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
