package vn.ocopmarket.storefront;

import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** Asks for pages and sends forms as a browser does, and gives what it would show; to be imported by tests of pages. */
public final class Browser {

    private final WebTestClient web;

    public Browser(WebTestClient web) {
        this.web = web;
    }

    public String page(String address, int status) {
        return body(web.get().uri(address).accept(MediaType.TEXT_HTML).exchange(), status);
    }

    public String sent(String address, Map<String, String> fields, int status) {
        var form = BodyInserters.fromFormData("sent", "1");
        fields.forEach(form::with);
        return body(
                web.post().uri(address).accept(MediaType.TEXT_HTML).body(form).exchange(), status);
    }

    /** Empty when nothing came but the status. */
    public static String body(WebTestClient.ResponseSpec response, int status) {
        return Objects.requireNonNullElse(
                response.expectStatus()
                        .isEqualTo(status)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody(),
                "");
    }
}
