package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocopmarket.standalone.RunningMarket;

@ExtendWith(SharedMarket.class)
class SearchIT {

    private Http shop;

    @BeforeEach
    void connect(RunningMarket market) {
        shop = new Http(market.storefront());
    }

    @Test
    void findsTheSameProductFirstWithAndWithoutAccents() {
        var without = firstHit("nuoc mam phu quoc");
        var with = firstHit("Nước mắm Phú Quốc");

        assertThat(without).isEqualTo(with).startsWith("Nước mắm Phú Quốc");
    }

    @ParameterizedTest
    @CsvSource({"Cầu Kè, 86", "cau ke, 86", "Quảng Nam, 48", "quang nam, 48"})
    void findsWhatIsMadeNowWhereAnOldPlaceWas(String oldName, String provinceNow) {
        var hits =
                shop.get("/api/v1/products?limit=5&q=" + Http.encode(oldName)).json();

        assertThat(hits.get("items")).isNotEmpty();
        hits.get("items")
                .forEach(hit -> assertThat(hit.at("/province/code").asString()).isEqualTo(provinceNow));
    }

    private String firstHit(String words) {
        return shop.get("/api/v1/products?q=" + Http.encode(words))
                .json()
                .at("/items/0/name")
                .asString();
    }
}
