package vn.ocopmarket.contract.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.contract.gs1.DigitalLinkReading.Read;
import vn.ocopmarket.contract.gs1.DigitalLinkReading.Reason;
import vn.ocopmarket.contract.gs1.DigitalLinkReading.Refused;

class DigitalLinkTests {

    private static final String GOOD = "09506000134352";

    private static DigitalLink read(String address) {
        return assertThat(DigitalLinkReader.readAddress(address))
                .as(address)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Read.class))
                .actual()
                .link();
    }

    /** The examples of the URI syntax standard and of GS1's resolver documentation that name trade items. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.gs1.org/01/09506000134352",
                "https://id.gs1.org/01/9506000134352",
                "https://id.gs1.org/01/09506000134352/10/ABC123",
                "https://id.gs1.org/01/09506000134352/10/ABC123?17=180426",
                "https://id.gs1.org/01/09506000134352/10/ABC123/21/12345",
                "https://id.gs1.org/01/09506000134352/10/ABC123/21/12345?17=180426",
                "https://id.gs1.org/01/09506000134352/22/2A",
                "https://id.gs1.org/01/09506000134352/22/2A/10/ABC123/21/12345",
                "https://id.gs1.org/01/09506000134352?17=201225&3103=000195&3922=0299",
                "https://id.gs1.org/01/9506000134352?3103=000195",
                "https://example.com/01/9506000134352",
                "https://example.com/some/path/01/9506000134352/10/ABC/21/123456?17=201225",
                "https://brand.example.com/01/9506000134352/10/ABC1/21/12345?17=180426",
                "https://dalgiardino.com/01/09506000134376/10/ABC/21/123456?17=211200",
                "https://example.com/gtin/09506000134352/lot/ABC123/ser/12345",
                "https://id.gs1.org/01/00614141123452/21/12345",
                "https://id.gs1.org/01/10614141123459?linkType=gs1:pip",
                "https://id.gs1.org/01/09506000134352/10/ABC123?linkType=linkset#section",
                "https://id.gs1.org/01/09506000134369/235/2ABC456",
                "https://id.gs1.org/01/09506000134352?99=ANY&utm_source=qr"
            })
    void readsTheStandardsOwnExamples(String address) {
        var link = read(address);

        assertThat(DigitalLinkReader.read(link.path(), null)).isEqualTo(new Read(withoutQuery(link), true));
    }

    private static DigitalLink withoutQuery(DigitalLink link) {
        return new DigitalLink(link.gtin(), link.qualifiers(), java.util.Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "/01/9506000134352, /01/09506000134352",
        "/gtin/09506000134352/lot/ABC/ser/7, /01/09506000134352/10/ABC/21/7",
        "/01/40170725, /01/00000040170725",
        "/01/614141123452/21/1, /01/00614141123452/21/1"
    })
    void knowsTheCanonicalFormOfAConvenientOne(String path, String canonical) {
        var read = (Read) DigitalLinkReader.read(path, null);

        assertThat(read.canonical()).isFalse();
        assertThat(read.link().path()).isEqualTo(canonical);
    }

    @Test
    void percentEncodesWhatIsReserved() {
        var link = DigitalLink.of(new Gtin(GOOD), new LotNumber("L/2&%;\"+=?*"));

        assertThat(link.path()).isEqualTo("/01/" + GOOD + "/10/L%2F2%26%25%3B%22%2B%3D%3F%2A");
        assertThat(((Read) DigitalLinkReader.read(link.path(), null)).link().lot())
                .contains(new LotNumber("L/2&%;\"+=?*"));
    }

    @Test
    void aLotMayLookLikeAKey() {
        assertThat(read("https://x.example/01/" + GOOD + "/10/01/21/01").serial())
                .contains("01");
    }

    record Wrong(String path, String query, Reason reason) {

        @Override
        public String toString() {
            return reason + " " + path + "?" + query;
        }
    }

    private static Wrong path(String path, Reason reason) {
        return new Wrong(path, "", reason);
    }

    private static Wrong query(String query, Reason reason) {
        return new Wrong("/01/" + GOOD, query, reason);
    }

    /** Wrong in one way each: 147 of them. */
    static List<Wrong> wrongOnes() {
        var all = new ArrayList<Wrong>();
        wrongGtins(all);
        wrongQualifiers(all);
        wrongAttributes(all);
        return all;
    }

    private static void wrongGtins(List<Wrong> all) {
        Stream.of(GOOD, "9506000134352", "614141123452", "40170725")
                .forEach(right -> IntStream.rangeClosed(1, 9).forEach(more -> {
                    var last = right.length() - 1;
                    var digit = (right.charAt(last) - '0' + more) % 10;
                    all.add(path("/01/" + right.substring(0, last) + digit, Reason.GTIN_CHECK_DIGIT));
                }));
        IntStream.range(0, 13)
                .filter(at ->
                        GOOD.charAt(at) != GOOD.charAt(at + 1) && (GOOD.charAt(at) - GOOD.charAt(at + 1)) % 5 != 0)
                .forEach(at -> all.add(path(
                        "/01/" + GOOD.substring(0, at) + GOOD.charAt(at + 1) + GOOD.charAt(at) + GOOD.substring(at + 2),
                        Reason.GTIN_CHECK_DIGIT)));
        IntStream.of(1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 15, 16, 18, 20)
                .forEach(length -> all.add(path("/01/" + "1".repeat(length), Reason.GTIN_LENGTH)));
        Stream.of("0950600013435X", "0950600 13435", "-9506000134352", "9506000134352.", "%EF%BC%90950600013435", "１２３")
                .forEach(value -> all.add(path("/01/" + value, Reason.GTIN_DIGITS)));
        Stream.of(
                        "/02/" + GOOD,
                        "/00/106141412345678908",
                        "/414/9506000134376",
                        "/" + GOOD,
                        "/GTIN/" + GOOD,
                        "/1/" + GOOD)
                .forEach(other -> all.add(path(other, Reason.NO_GTIN)));
        Stream.of("/01", "/01/", "/01//10/A").forEach(short_ -> all.add(path(short_, Reason.VALUE_MISSING)));
    }

    private static void wrongQualifiers(List<Wrong> all) {
        var base = "/01/" + GOOD;
        Stream.of("/10", "/10/", "/21", "/10/A/21", "/22/A/10", "/10//21/7")
                .forEach(tail -> all.add(path(base + tail, Reason.VALUE_MISSING)));
        Stream.of(
                        "/21/7/10/A",
                        "/10/A/22/B",
                        "/21/7/22/B",
                        "/22/B/21/7/10/A",
                        "/10/A/235/T",
                        "/235/T/10/A",
                        "/ser/7/lot/A")
                .forEach(tail -> all.add(path(base + tail, Reason.QUALIFIER_ORDER)));
        Stream.of("/10/A/10/B", "/21/7/21/7", "/22/A/22/A", "/10/A/lot/A")
                .forEach(tail -> all.add(path(base + tail, Reason.QUALIFIER_TWICE)));
        Stream.of(
                        "/17/270630",
                        "/11/270101",
                        "/254/A",
                        "/414/9506000134376",
                        "/serial/7",
                        "/LOT/A",
                        "/0/1",
                        "/01/" + GOOD)
                .forEach(tail -> all.add(path(base + tail, Reason.UNKNOWN_QUALIFIER)));
        Stream.of("10", "21", "22").forEach(key -> {
            all.add(path(base + "/" + key + "/" + "A".repeat(21), Reason.VALUE_TOO_LONG));
            Stream.of("A%20B", "A%C4%91", "A%23B", "A%40B", "A%5BB", "A%7CB", "A%00")
                    .forEach(value -> all.add(path(base + "/" + key + "/" + value, Reason.VALUE_CHARACTERS)));
            Stream.of("A%", "A%2", "A%ZZ", "A%C4", "A%FF")
                    .forEach(value -> all.add(path(base + "/" + key + "/" + value, Reason.PERCENT_ENCODING)));
        });
        all.add(path(base + "/235/" + "A".repeat(29), Reason.VALUE_TOO_LONG));
    }

    private static void wrongAttributes(List<Wrong> all) {
        Stream.of("11", "12", "13", "15", "16", "17").forEach(key -> {
            Stream.of("20261231", "2612", "261331", "260230", "26123X")
                    .forEach(value -> all.add(query(key + "=" + value, Reason.ATTRIBUTE_VALUE)));
        });
        Stream.of("3103=19", "3922=", "30=123456789", "20=A", "422=70", "7003=26", "8005=1", "37=x")
                .forEach(pair -> all.add(query(pair, Reason.ATTRIBUTE_VALUE)));
        Stream.of("10=ABC", "21=7", "22=A", "01=" + GOOD, "414=9506000134376")
                .forEach(pair -> all.add(query(pair, Reason.QUALIFIER_IN_QUERY)));
        Stream.of("5=1", "999=1", "18=260101", "3190=000001", "12345=1")
                .forEach(pair -> all.add(query(pair, Reason.UNKNOWN_ATTRIBUTE)));
        all.add(query("17=270630&17=270630", Reason.ATTRIBUTE_TWICE));
    }

    @ParameterizedTest
    @MethodSource("wrongOnes")
    void refusesWhatTheStandardDoesNotAllow(Wrong wrong) {
        var reading = DigitalLinkReader.read(wrong.path(), wrong.query());

        assertThat(reading).isInstanceOf(Refused.class);
        assertThat(((Refused) reading).reason()).isEqualTo(wrong.reason());
    }

    @Test
    void theWrongOnesAreMany() {
        assertThat(wrongOnes()).doesNotHaveDuplicates().hasSizeGreaterThan(140);
    }
}
