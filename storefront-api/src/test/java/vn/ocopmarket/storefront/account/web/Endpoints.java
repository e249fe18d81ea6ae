package vn.ocopmarket.storefront.account.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** What the running service answers to, and which lines of the table are about it. */
record Endpoints(Set<Endpoint> all) {

    record Endpoint(HttpMethod method, String pattern) {

        boolean isOf(AccessRule rule) {
            return method.equals(rule.method()) && pattern.equals(rule.pattern().getPatternString());
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static Endpoints of(RequestMappingHandlerMapping mappings) {
        return new Endpoints(mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("vn.ocopmarket."))
                .flatMap(entry -> entry.getKey().getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> methods(
                                        entry.getKey().getMethodsCondition().getMethods())
                                .map(method -> new Endpoint(method, pattern.getPatternString()))))
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<HttpMethod> methods(Set<RequestMethod> named) {
        return (named.isEmpty() ? Set.of(RequestMethod.values()) : named)
                .stream().map(RequestMethod::asHttpMethod);
    }

    /** Endpoints that nobody has said who may call. */
    List<String> withoutLine(List<AccessRule> lines) {
        return all.stream()
                .filter(endpoint -> lines.stream().noneMatch(endpoint::isOf))
                .map(Endpoint::toString)
                .sorted()
                .toList();
    }

    /** Lines about endpoints that are not there. */
    List<String> stale(List<AccessRule> lines) {
        Predicate<AccessRule> isThere = rule -> all.stream().anyMatch(endpoint -> endpoint.isOf(rule));
        return lines.stream()
                .filter(isThere.negate())
                .map(rule -> rule.method() + " " + rule.pattern().getPatternString())
                .sorted()
                .toList();
    }

    static List<AccessRule> inOrder(List<AccessRule> lines) {
        return lines.stream()
                .sorted(Comparator.comparing((AccessRule rule) -> rule.pattern().getPatternString())
                        .thenComparing(rule -> String.valueOf(rule.method())))
                .toList();
    }
}
