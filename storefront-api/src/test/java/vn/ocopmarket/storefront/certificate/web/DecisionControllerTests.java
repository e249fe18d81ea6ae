package vn.ocopmarket.storefront.certificate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import vn.ocopmarket.storefront.pages.Problem;

class DecisionControllerTests {

    private static final String HASH = "a".repeat(64);
    private static final byte[] PDF = "%PDF-1.7 %%EOF".getBytes(StandardCharsets.ISO_8859_1);

    private final DecisionController decisions =
            new DecisionController(sha256 -> sha256.equals(HASH) ? Mono.just(PDF) : Mono.empty());

    @Test
    void handsOutTheSignedDecisionForEver() {
        WebTestClient.bindToController(decisions)
                .build()
                .get()
                .uri("/decisions/" + HASH + ".pdf")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .valueEquals("ETag", '"' + HASH + '"')
                .expectHeader()
                .valueMatches("Cache-Control", ".*immutable.*")
                .expectHeader()
                .valueMatches("Content-Security-Policy", ".*sandbox.*")
                .expectBody(byte[].class)
                .isEqualTo(PDF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aa.pdf", "../products", "AAAA.pdf", "b.html"})
    void knowsNothingElse(String name) {
        StepVerifier.create(decisions.decision(name))
                .verifyErrorSatisfies(fault -> assertThat(fault)
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.status()).isEqualTo(404)));
    }
}
