package vn.ocopmarket.catalog.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Sends lists and waits for what becomes of them. */
final class ImportClient {

    private static final String BOUNDARY = "an-officers-file";

    private ImportClient() {}

    record Issue(int row, String field, String message) {}

    record View(
            String id,
            String state,
            int rows,
            int accepted,
            int rejected,
            List<Issue> errors,
            List<Issue> warnings,
            @Nullable String failure) {}

    record Accepted(String id) {}

    static String post(WebTestClient client, Object body) {
        return accepted(client.post()
                .uri("/api/v1/imports")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange());
    }

    static String upload(WebTestClient client, String fileName, byte[] content) {
        return accepted(send(client, fileName, content));
    }

    private static String accepted(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                        .isAccepted()
                        .expectBody(Accepted.class)
                        .returnResult()
                        .getResponseBody())
                .id();
    }

    static WebTestClient.ResponseSpec send(WebTestClient client, String fileName, byte[] content) {
        var head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, fileName);
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        return client.post()
                .uri("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .bodyValue(body.toByteArray())
                .exchange();
    }

    static View await(WebTestClient client, String id) {
        var deadline = Instant.now().plus(Duration.ofSeconds(90));
        while (Instant.now().isBefore(deadline)) {
            var view = Objects.requireNonNull(client.get()
                    .uri("/api/v1/imports/" + id)
                    .header("Accept-Language", "en")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(View.class)
                    .returnResult()
                    .getResponseBody());
            if (!view.state().equals("queued") && !view.state().equals("running")) {
                return view;
            }
        }
        throw new AssertionError("The import did not end in time: " + id);
    }
}
