package vn.ocopmarket.catalog.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocopmarket.catalog.place.PlaceResolution.CommuneElsewhere;
import vn.ocopmarket.catalog.place.PlaceResolution.Resolved;
import vn.ocopmarket.catalog.place.PlaceResolution.Several;
import vn.ocopmarket.catalog.place.PlaceResolution.UnknownCommune;
import vn.ocopmarket.catalog.place.PlaceResolution.UnknownProvince;
import vn.ocopmarket.contract.place.PlaceRef;

class PlacesTests {

    private static final Places PLACES = Places.load();

    @Test
    void knowsAllProvincesAndCommunes() {
        assertThat(PLACES.provinces()).hasSize(34);
        assertThat(PLACES.provinces().stream()
                        .mapToInt(province -> PLACES.communesOf(province.code()).size())
                        .sum())
                .isEqualTo(3_321);
    }

    @Nested
    class Provinces {

        @ParameterizedTest
        @CsvSource({
            "Vĩnh Long, 86",
            "tỉnh Vĩnh Long, 86",
            "vinh long, 86",
            "86, 86",
            "4, 04",
            "Trà Vinh, 86",
            "84, 86",
            "Quảng Nam, 48",
            "TP. Hồ Chí Minh, 79",
            "TPHCM, 79",
            "Bà Rịa – Vũng Tàu, 79",
            "Thừa Thiên Huế, 46",
            "Hoà Bình, 25",
        })
        void areReadByNameAndCodeOfBothDivisions(String words, String code) {
            assertThat(resolved(words, null, null).provinceCode()).isEqualTo(code);
        }

        @ParameterizedTest
        @CsvSource({
            "15, Tỉnh Lào Cai",
            "24, Tỉnh Bắc Ninh",
            "44, Tỉnh Quảng Trị",
            "52, Tỉnh Gia Lai",
            "80, Tỉnh Tây Ninh",
            "82, Tỉnh Đồng Tháp",
            "91, Tỉnh An Giang"
        })
        void codesThatAreUsedAgainMeanTheProvinceInForce(String code, String name) {
            var place = resolved(code, null, null);

            assertThat(place.provinceName()).isEqualTo(name);
            assertThat(place.formerNames()).isEmpty();
        }

        @Test
        void thatWereMergedAreRememberedOnlyWhenNamed() {
            assertThat(resolved("Trà Vinh", null, null).formerNames()).containsExactly("Tỉnh Trà Vinh");
            assertThat(resolved("Vĩnh Long", null, null).formerNames()).isEmpty();
        }

        @Test
        void thatNeverWereAreUnknown() {
            assertThat(PLACES.resolve("Atlantis", null, null)).isInstanceOf(UnknownProvince.class);
            assertThat(PLACES.resolve("99", null, null)).isInstanceOf(UnknownProvince.class);
        }
    }

    @Nested
    class Communes {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Trà Vinh | Thông Hòa | 29335",
                    "Trà Vinh | xã Thông Hoà, huyện Cầu Kè | 29335",
                    "Trà Vinh | ấp Kinh Xáng, xã Thông Hòa, H. Cầu Kè | 29335",
                    "Vĩnh Long | Tam Ngãi | 29335",
                    "86 | Xã Tam Ngãi | 29335",
                    "Kiên Giang | thị trấn Dương Đông | 31078",
                    "An Giang | đặc khu Phú Quốc | 31078",
                    "An Giang | Phú Quốc | 31078",
                })
        void areReadByNamesOfBothDivisions(String province, String commune, String code) {
            assertThat(resolved(province, commune, null).communeCode()).isEqualTo(code);
        }

        @Test
        void thatAreNamedAsTheyWereAreFoundByTheNamesOfThen() {
            assertThat(resolved("Trà Vinh", "Thông Hòa", null).formerNames())
                    .containsExactly("Tỉnh Trà Vinh", "Huyện Cầu Kè", "Xã Thông Hòa");
        }

        @Test
        void thatAreNamedAsTheyAreAreFoundByAllThatWentIntoThem() {
            assertThat(resolved("Vĩnh Long", "Xã Tam Ngãi", null).formerNames())
                    .contains("Tỉnh Trà Vinh", "Huyện Cầu Kè", "Xã Thông Hòa");
        }

        @Test
        void thatWereSplitAreKnownToTheProvinceWithTheirCandidates() {
            var split = PLACES.resolve("Hải Dương", "phường Cẩm Thượng", null);

            assertThat(PLACES.resolve("Hà Nội", "Xã Cổ Bi, huyện Gia Lâm", null))
                    .isInstanceOfSatisfying(Several.class, several -> {
                        assertThat(several.candidates()).hasSizeGreaterThan(1);
                        assertThat(several.place().communeCode()).isNull();
                        assertThat(several.place().formerNames()).contains("Huyện Gia Lâm", "Xã Cổ Bi");
                    });
            assertThat(split).isInstanceOf(Resolved.class);
        }

        @Test
        void whoseNameRepeatsAreToldApartByTheirDistrict() {
            var alone = PLACES.resolve("Thanh Hóa", "xã Xuân Sinh", null);

            assertThat(alone).isNotInstanceOf(UnknownCommune.class);
            assertThat(resolved("Đồng Tháp", "Phường 4, thành phố Mỹ Tho", null).formerNames())
                    .contains("Thành phố Mỹ Tho");
        }

        @Test
        void districtsAloneGiveTheProvinceAndTheirName() {
            var place = resolved("Trà Vinh", "huyện Cầu Kè", null);

            assertThat(place.communeCode()).isNull();
            assertThat(place.formerNames()).containsExactly("Tỉnh Trà Vinh", "Huyện Cầu Kè");
        }

        @Test
        void thatNeverWereAreUnknown() {
            assertThat(PLACES.resolve("Vĩnh Long", "xã Không Có", null)).isInstanceOf(UnknownCommune.class);
        }

        @Test
        void areReadByCodeWithItsLostZeros() {
            assertThat(resolved("Hà Nội", null, "4").communeName()).isEqualTo("Phường Ba Đình");
        }

        @Test
        void codesThatAreUsedAgainFollowTheNameBesideThem() {
            assertThat(resolved("Hà Nội", "Phường Trúc Bạch", "00004").formerNames())
                    .contains("Phường Trúc Bạch")
                    .doesNotContain("Phường Quán Thánh");
        }

        @Test
        void codesOfAnotherProvinceAreRefused() {
            assertThat(PLACES.resolve("Vĩnh Long", null, "00004")).isInstanceOf(CommuneElsewhere.class);
        }
    }

    @Nested
    class Search {

        @ParameterizedTest
        @CsvSource({
            "cau ke, FORMER_DISTRICT, Huyện Cầu Kè",
            "Cầu Kè, COMMUNE, Xã Cầu Kè",
            "quang nam, FORMER_PROVINCE, Tỉnh Quảng Nam",
            "Dương Tơ, FORMER_COMMUNE, Xã Dương Tơ",
            "29335, COMMUNE, Xã Tam Ngãi",
        })
        void findsCurrentAndFormerPlaces(String words, PlaceHit.Kind kind, String name) {
            assertThat(PLACES.search(words, 50)).anySatisfy(hit -> {
                assertThat(hit.kind()).isEqualTo(kind);
                assertThat(hit.name()).isEqualTo(name);
            });
        }

        @Test
        void tellsWhatBecameOfADistrict() {
            var hit = PLACES.search("huyện Cầu Kè", 10).stream()
                    .filter(found -> found.kind() == PlaceHit.Kind.FORMER_DISTRICT)
                    .findFirst()
                    .orElseThrow();

            assertThat(hit.province().name()).isEqualTo("Tỉnh Vĩnh Long");
            assertThat(hit.current()).extracting(Commune::name).contains("Xã Cầu Kè", "Xã Tam Ngãi");
        }

        @Test
        void findsNothingForNothing() {
            assertThat(PLACES.search(" ", 10)).isEqualTo(List.of());
        }
    }

    private static PlaceRef resolved(String province, @Nullable String commune, @Nullable String code) {
        var resolution = PLACES.resolve(province, commune, code);
        assertThat(resolution).as("%s, %s, %s", province, commune, code).isInstanceOf(Resolved.class);
        return ((Resolved) resolution).place();
    }
}
