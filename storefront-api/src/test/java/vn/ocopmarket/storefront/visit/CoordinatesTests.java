package vn.ocopmarket.storefront.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTests {

    /** Distances as published for the ellipsoid, which differ from those on a sphere by half a percent at most. */
    @ParameterizedTest
    @CsvSource({
        "Hà Nội - TP. Hồ Chí Minh, 21.0285, 105.8542, 10.7769, 106.7009, 1138",
        "Hà Nội - Đà Nẵng, 21.0285, 105.8542, 16.0544, 108.2022, 606",
        "TP. Hồ Chí Minh - Vĩnh Long, 10.7769, 106.7009, 10.2537, 105.9722, 98.4",
        "Paris - New York, 48.8566, 2.3522, 40.7128, -74.0060, 5837",
        "over the date line, 0, 179.5, 0, -179.5, 111.2",
        "pole to pole, 90, 0, -90, 0, 20015"
    })
    void measuresTheWayOfACrow(String way, double lat, double lon, double lat2, double lon2, double kilometres) {
        var from = new Coordinates(lat, lon);
        var to = new Coordinates(lat2, lon2);

        assertThat(from.kilometresTo(to)).as(way).isCloseTo(kilometres, within(kilometres / 200));
        assertThat(to.kilometresTo(from)).isEqualTo(from.kilometresTo(to));
        assertThat(from.kilometresTo(from)).isZero();
    }

    @Test
    void isBlurredToAHundredthOfADegree() {
        var exact = new Coordinates(10.253741, 105.972258);

        assertThat(exact.blurred()).isEqualTo(new Coordinates(10.25, 105.97));
        assertThat(exact.kilometresTo(exact.blurred())).isLessThan(0.8);
        assertThat(new Coordinates(89.999, -179.999).blurred()).isEqualTo(new Coordinates(90, -180));
    }

    @ParameterizedTest
    @CsvSource({"90.01, 0", "-91, 0", "0, 180.5", "NaN, 0", "0, NaN", "Infinity, 0"})
    void refusesWhatIsNoPointOnTheEarth(double latitude, double longitude) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coordinates(latitude, longitude));
    }

    @Test
    void seesThatTheNumbersWereSwapped() {
        assertThat(new Coordinates(21.03, 105.85).liesAboutVietnam()).isTrue();
        assertThat(new Coordinates(8.65, 111.92).liesAboutVietnam())
                .as("Trường Sa")
                .isTrue();
        assertThat(new Coordinates(48.86, 2.35).liesAboutVietnam()).isFalse();
        assertThat(new Coordinates(10.25, 10.25).liesAboutVietnam()).isFalse();
    }
}
