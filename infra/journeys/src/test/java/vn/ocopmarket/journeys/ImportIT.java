package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;

@ExtendWith(SharedMarket.class)
class ImportIT {

    private static final int ROWS = 1_000;

    @Test
    void acceptsTheGoodRowsAndNamesTheBadOnes(RunningMarket market) throws Exception {
        var officer = new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR");
        var rows = new ArrayList<Map<String, String>>();
        for (var number = 0; number < ROWS; number++) {
            rows.add(goodRow(number));
        }
        rows.get(100).put("gtin", "8930000000001");
        rows.get(200).put("stars", "6");
        rows.get(300).put("commune", "Xã Không Có Thật");
        rows.get(400).put("issuedOn", "2026-13-05");
        rows.get(500).remove("product");

        var report = officer.importRows(rows, true);

        assertThat(report.get("accepted").asInt()).as(report.toString()).isEqualTo(995);
        assertThat(report.get("rejected").asInt()).isEqualTo(5);
        assertThat(fields(report)).containsExactlyInAnyOrder("gtin", "stars", "commune", "issuedOn", "product");
        report.get("errors")
                .forEach(error -> assertThat(error.get("message").asString()).isNotBlank());
    }

    private static List<String> fields(JsonNode report) {
        var fields = new ArrayList<String>();
        report.get("errors").forEach(error -> fields.add(error.get("field").asString()));
        return fields;
    }

    private static Map<String, String> goodRow(int number) {
        return new HashMap<>(Map.of(
                "product",
                "Hàng nhập thử " + number,
                "producer",
                "HTX Nhập Thử",
                "province",
                "Vĩnh Long",
                "group",
                "1",
                "stars",
                Integer.toString(3 + number % 3),
                "decision",
                "NHAP-" + number + "/QĐ",
                "issuedOn",
                "2026-02-03",
                "sku",
                "NHAP-" + number));
    }
}
