package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;
import vn.ocopmarket.testing.Eventually;

@ExtendWith({SharedMarket.class, Browser.class})
class PicturesIT {

    private static final String SKU = "MAU-0011";

    @Test
    void showsAPhotographInTheSizeOfTheScreen(RunningMarket market, Browser.Windows windows) throws Exception {
        var token = token(market);
        var picture = send(
                request(market.catalog() + "/api/v1/media", token)
                        .header("Content-Type", "image/jpeg")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(photograph())),
                201);
        var product = new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR")
                .product(SKU);
        illustrate(market, token, product, picture.get("url").asString());

        var page = windows.open(market.storefront(), true, 390);
        awaitPhotograph(page, "/products/" + product.get("slug").asString());
        var image = page.locator(".product__plate img");
        assertThat(image.getAttribute("alt")).isEqualTo("Ảnh thử, nửa trên màu đỏ");
        assertThat(image.evaluate("image => image.decode().then(() => image.naturalWidth > 0)"))
                .isEqualTo(true);
        assertThat(image.evaluate("image => image.currentSrc").toString()).endsWith(".webp");
    }

    private static void awaitPhotograph(Page page, String address) {
        Eventually.eventually(() -> {
            var _ = page.navigate(address);
            assertThat(page.locator(".product__plate img").count()).isEqualTo(1);
        });
    }

    private static void illustrate(RunningMarket market, String token, JsonNode product, String url)
            throws IOException, InterruptedException {
        var draft = JsonMapper.shared().createObjectNode();
        for (var field : List.of("name", "story", "alcoholTenths", "traceUrl", "variants")) {
            draft.set(field, product.get(field));
        }
        draft.put("producerId", product.at("/producer/id").asString());
        draft.put("province", product.at("/place/provinceCode").asString());
        draft.put("communeCode", product.at("/place/communeCode").asString());
        draft.put("group", product.at("/group/code").asString());
        ObjectNode media = draft.putArray("media").addObject();
        media.put("url", url).put("alt", "Ảnh thử, nửa trên màu đỏ").put("credit", "Ảnh mẫu");
        var _ = send(
                request(
                                market.catalog() + "/api/v1/products/"
                                        + product.get("id").asString(),
                                token)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + product.get("revision").asLong() + "\"")
                        .PUT(HttpRequest.BodyPublishers.ofString(draft.toString())),
                200);
    }

    private static String token(RunningMarket market) throws IOException, InterruptedException {
        var accounts = JsonMapper.shared()
                .readTree(market.data().resolve("accounts.json").toFile());
        var administrator = accounts.valueStream()
                .filter(one -> one.get("role").asString().equals("ADMINISTRATOR"))
                .findFirst()
                .orElseThrow();
        var credentials = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "email", administrator.get("email").asString(),
                        "password", administrator.get("password").asString()));
        return send(
                        HttpRequest.newBuilder(URI.create(market.storefront() + "/api/v1/tokens"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(credentials)),
                        200)
                .get("accessToken")
                .asString();
    }

    private static HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    private static byte[] photograph() throws IOException {
        var image = new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 2400, 900);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "jpg", bytes)).isTrue();
        return bytes.toByteArray();
    }
}
