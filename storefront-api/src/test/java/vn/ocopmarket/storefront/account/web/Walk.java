package vn.ocopmarket.storefront.account.web;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.ocopmarket.storefront.account.Permissions;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.Scope;
import vn.ocopmarket.storefront.account.web.Samples.World;

/** Tries one role's cells of the table and tells where the answers are not what the table says. */
final class Walk {

    static final World OWN = new World("cua-hang-minh", "86", "fair-own", "order-own", "sale-own");
    static final World OTHER = new World("cua-hang-khac", "01", "fair-other", "order-other", "sale-other");
    static final World NOWHERE = new World("cua-hang-nao", "99", "fair-none", "order-none", "sale-none");

    private static final Set<Integer> REFUSALS = Set.of(401, 403);

    private final WebTestClient web;
    private final @Nullable Role role;
    private final UnaryOperator<WebTestClient.RequestBodySpec> signed;
    private final List<String> leaks = new ArrayList<>();

    /** @param role or null for a stranger */
    Walk(WebTestClient web, @Nullable Role role, UnaryOperator<WebTestClient.RequestBodySpec> signed) {
        this.web = web;
        this.role = role;
        this.signed = signed;
    }

    private record Answer(int status, String location, String body) {

        boolean leadsToSignIn() {
            return status == 303 && location.startsWith("/sign-in");
        }
    }

    List<String> over(List<AccessRule> lines) {
        lines.forEach(this::tryOut);
        return leaks;
    }

    private void tryOut(AccessRule rule) {
        var own = ask(rule, OWN);
        var permission = rule.permission();
        if (permission == null) {
            expect(rule, "own", own, isAllowed(rule, own));
            return;
        }
        if (role == null) {
            var isApi = rule.pattern().getPatternString().startsWith("/api/");
            expect(rule, "stranger", own, isApi ? own.status() == 401 : own.leadsToSignIn());
            return;
        }
        var scopes = Permissions.scopes(permission, role);
        if (scopes.isEmpty()) {
            expect(rule, "no right", own, own.status() == 403);
            return;
        }
        expect(rule, "own", own, isAllowed(rule, own));
        if (rule.elsewhere() != Elsewhere.NOTHING) {
            other(rule, scopes.contains(Scope.EVERYWHERE));
        }
    }

    private void other(AccessRule rule, boolean everywhere) {
        var other = ask(rule, OTHER);
        switch (rule.elsewhere()) {
            case TOLD -> expect(rule, "other", other, everywhere ? isAllowed(rule, other) : other.status() == 403);
            case HIDDEN -> {
                expect(rule, "other", other, everywhere ? isAllowed(rule, other) : other.status() == 404);
                var nowhere = ask(rule, NOWHERE);
                expect(rule, "nowhere", nowhere, nowhere.status() == 404);
            }
            case LEFT_OUT -> {
                var mark = requireNonNull(Samples.mark(rule, OTHER), "Samples must tell what is listed by " + rule);
                expect(
                        rule,
                        "list",
                        other,
                        isAllowed(rule, other) && everywhere == other.body().contains(mark));
            }
            case NOTHING -> throw new IllegalStateException();
        }
    }

    private static boolean isAllowed(AccessRule rule, Answer answer) {
        return !REFUSALS.contains(answer.status())
                && answer.status() != 500
                && !answer.leadsToSignIn()
                && !(rule.elsewhere() == Elsewhere.HIDDEN && answer.status() == 404);
    }

    private void expect(AccessRule rule, String what, Answer answer, boolean fits) {
        if (!fits) {
            leaks.add("%s as %s (%s): %d %s"
                    .formatted(Samples.of(rule, OWN).path(), role, what, answer.status(), rule.method()));
        }
    }

    private Answer ask(AccessRule rule, World world) {
        var sample = Samples.of(rule, world);
        var method = requireNonNull(rule.method());
        var request = signed.apply(web.method(method).uri(sample.path()));
        if (!HttpMethod.GET.equals(method)) {
            request.contentType(
                            sample.path().startsWith("/api/")
                                    ? MediaType.APPLICATION_JSON
                                    : MediaType.APPLICATION_FORM_URLENCODED)
                    .bodyValue(sample.body());
        }
        EntityExchangeResult<byte[]> answer;
        try {
            answer = request.exchange().expectBody().returnResult();
        } catch (IllegalStateException e) {
            return new Answer(500, "", "no answer: " + e.getMessage());
        }
        var body = Optional.ofNullable(answer.getResponseBody()).orElse(new byte[0]);
        var location = answer.getResponseHeaders().getFirst("Location");
        return new Answer(
                answer.getStatus().value(), location == null ? "" : location, new String(body, StandardCharsets.UTF_8));
    }
}
