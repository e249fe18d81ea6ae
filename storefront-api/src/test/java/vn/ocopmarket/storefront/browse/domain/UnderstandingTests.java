package vn.ocopmarket.storefront.browse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.storefront.browse.domain.Reading.Kind;

class UnderstandingTests {

    private static final Understanding UNDERSTANDING = Understanding.ofTables();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 sao|''|5",
                "ocop 5 sao hai phong|hai phong|5",
                "OCOP năm sao|''|5",
                "nước mắm 4sao|nước mắm|4",
                "trà 5*|trà|5",
                "gạo 5 stars|gạo|5",
                "gạo 4-5 sao|gạo|45",
                "gạo 3 hoặc 5 sao|gạo|35",
                "chè từ 4 sao|chè|45",
                "che tu 4 sao|che|45",
                "chè 4 sao trở lên|chè|45",
                "chè trên 3 sao|chè|45"
            })
    void readsStars(String typed, String words, String stars) {
        var reading = read(typed);
        assertThat(reading.words()).isEqualTo(words);
        assertThat(reading.all(Reading.Stars.class).toList())
                .singleElement()
                .extracting(Reading.Stars::stars)
                .isEqualTo(stars.chars().map(digit -> digit - '0').boxed().collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quà dưới 100k|quà||99999",
                "qua duoi 100k|qua||99999",
                "quà <100k|quà||99999",
                "quà giá dưới 100 nghìn|quà||99999",
                "quà dưới 100.000đ|quà||99999",
                "quà dưới 100000|quà||99999",
                "quà dưới 100.000|quà||99999",
                "qua tu 50.000 den 200.000|qua|50000|200000",
                "quà 50000-99900|quà|50000|99900",
                "quà 200k đến 400|quà|200000|400000",
                "quà khoảng 100,000|quà|80000|120000",
                "quà dưới 100.000 đồng|quà||99999",
                "quà không quá 100k|quà||100000",
                "quà tối đa 1,5 triệu|quà||1500000",
                "quà 200k đổ lại|quà||200000",
                "quà trên 200k|quà|200001|",
                "quà hơn 1tr|quà|1000001|",
                "quà từ 200 ngàn|quà|200000|",
                "quà 200k trở lên|quà|200000|",
                "từ 50 đến 200 nghìn|''|50000|200000",
                "tu 50 den 200 nghin|''|50000|200000",
                "từ 200k đến 100k|''|100000|200000",
                "chè 50-100k|chè|50000|100000",
                "chè 50k - 1 triệu|chè|50000|1000000",
                "chè khoảng 100k|chè|80000|120000"
            })
    void readsPrices(String typed, String words, Long least, Long most) {
        var reading = read(typed);
        assertThat(reading.words()).isEqualTo(words);
        assertThat(reading.all(Reading.Price.class).toList()).singleElement().satisfies(price -> {
            assertThat(price.least()).isEqualTo(least);
            assertThat(price.most()).isEqualTo(most);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dừa sáp ở Vĩnh Long|dừa sáp|86",
                "dua sap o vinh long|dua sap|86",
                "cà phê tại tỉnh Đắk Lắk|cà phê|66",
                "ở Sài Gòn bánh tráng|bánh tráng|79",
                "tại thành phố Hải Phòng|''|31"
            })
    void readsProvinces(String typed, String words, String code) {
        var reading = read(typed);
        assertThat(reading.words()).isEqualTo(words);
        assertThat(reading.all(Reading.Province.class).toList())
                .singleElement()
                .extracting(Reading.Province::code)
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kẹo dừa ở Bến Tre|kẹo dừa|Bến Tre",
                "keo dua o ben tre|keo dua|Bến Tre",
                "khô ếch ở huyện Cầu Kè|khô ếch|Cầu Kè",
                "nước mắm ở Phú Quốc|nước mắm|Phú Quốc",
                "tiêu ở Đắc Nông|tiêu|Đắk Nông",
                "vịt ở Quan Hóa|vịt|Quan Hóa",
                "vit o quan son|vit|Quan Sơn",
                "mắm ở Tịnh Biên|mắm|Tịnh Biên",
                "mắm ở thị xã Tịnh Biên|mắm|Tịnh Biên",
                "chả ở quận Sơn Trà|chả|Sơn Trà"
            })
    void readsPlacesOfBefore(String typed, String words, String name) {
        var reading = read(typed);
        assertThat(reading.words()).isEqualTo(words);
        assertThat(reading.all(Reading.Place.class).toList())
                .singleElement()
                .extracting(Reading.Place::name)
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "khô ếch ở Tam Ngãi|khô ếch|29335",
                "kho ech o xa tam ngai|kho ech|29335",
                "ở phường Trúc Bạch cốm|cốm|00004",
                "mắm ở thị trấn Nghèn|mắm|18406"
            })
    void readsCommunesOfTodayAndOfBefore(String typed, String words, String code) {
        var reading = read(typed);
        assertThat(reading.words()).isEqualTo(words);
        assertThat(reading.all(Reading.Place.class).toList())
                .singleElement()
                .extracting(Reading.Place::communes, InstanceOfAssertFactories.collection(String.class))
                .contains(code);
    }

    @Test
    void looksInAllCommunesOfANameThatManyHave() {
        var accented = read("ở Long Hòa").all(Reading.Place.class).findFirst().orElseThrow();
        var plain = read("o long hoa").all(Reading.Place.class).findFirst().orElseThrow();
        assertThat(accented.communes()).hasSizeGreaterThan(5);
        assertThat(plain.communes()).containsAll(accented.communes());
        assertThat(read("ở Hoà An").all(Reading.Place.class).findFirst())
                .as("the tone on either letter")
                .map(Reading.Place::communes)
                .isEqualTo(read("ở Hòa An").all(Reading.Place.class).findFirst().map(Reading.Place::communes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nước mắm Phú Quốc",
                "cà phê Đắk Lắk",
                "ô mai Hà Nội",
                "mua ở đâu",
                "tai heo",
                "sáo trúc 5 sáo",
                "gạo 5kg",
                "mật ong 500 ml",
                "nấm sao",
                "trà 100",
                "8935001234567",
                "6 sao",
                "nghề trên 1000 năm",
                "làng nghề từ 1890",
                "vụ 2024-2025",
                "gạo từ 5 đến 10",
                "dưới 999999999999999999999999",
                "mua ở trong chợ",
                "bán tại vườn",
                "kẹo cà phê",
                "hòa",
                ""
            })
    void leavesTheRestAsWords(String typed) {
        var reading = read(typed);
        assertThat(reading.understood()).isEmpty();
        assertThat(reading.words()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({"cà phê,13", "ca phe,13", "Đồ thủ công,IV", "du lich,26", "OCOP nước mắm,09"})
    void readsEverydayNamesOfGroupsWhenTheyAreAllThatIsTyped(String typed, String code) {
        assertThat(read(typed).all(Reading.Group.class).toList())
                .singleElement()
                .extracting(Reading.Group::code)
                .isEqualTo(code);
        assertThat(read(typed).words()).as("they are words as well").isNotEmpty();
    }

    @Test
    void readsSeveralThingsInTheOrderTheyAreTyped() {
        var reading = read("OCOP 5 sao dưới 300k ở Cần Thơ còn hàng bánh tráng");
        assertThat(reading.words()).isEqualTo("bánh tráng");
        assertThat(reading.understood())
                .extracting(Reading.Piece::text)
                .containsExactly("5 sao", "dưới 300k", "ở Cần Thơ", "còn hàng");
    }

    @Test
    void takesLiterallyWhatItIsTold() {
        assertThat(UNDERSTANDING.read("gạo 5 sao dưới 100k", Set.of(Kind.STARS)).words())
                .isEqualTo("gạo 5 sao");
        assertThat(UNDERSTANDING.read("ocop 5 sao", Set.of(Kind.values())).words())
                .isEqualTo("ocop 5 sao");
    }

    @Test
    void readsAnythingWithoutHarm() {
        var random = new java.util.Random(5);
        var pieces = "5 sao|dưới|từ|đến|-|100k|ở|Vĩnh|Long|\u0000|\ud83d\ude00|\u202e|\ud800|<|*|999999999tr|năm"
                .split("\\|");
        for (int round = 0; round < 5_000; round++) {
            var typed = IntStream.range(0, random.nextInt(12))
                    .mapToObj(_ -> pieces[random.nextInt(pieces.length)])
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
            assertThat(read(typed).words().length()).isLessThanOrEqualTo(typed.length());
        }
    }

    private static Reading read(String typed) {
        return UNDERSTANDING.read(typed, Set.of());
    }
}
