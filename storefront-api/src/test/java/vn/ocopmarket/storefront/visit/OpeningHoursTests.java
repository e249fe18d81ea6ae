package vn.ocopmarket.storefront.visit;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.storefront.visit.Opening.Closed;
import vn.ocopmarket.storefront.visit.Opening.Open;
import vn.ocopmarket.storefront.visit.OpeningHours.Fault.Kind;
import vn.ocopmarket.storefront.visit.OpeningHours.Reading;

/** Monday is 23 November 2026. */
class OpeningHoursTests {

    private static final OpeningHours SHOP = hours(Map.of(
            MONDAY, List.of("07:30-11:30", "13:30-17:00"),
            FRIDAY, List.of("08:00-17:00"),
            SATURDAY, List.of("18:00-02:00"),
            SUNDAY, List.of("22:00-24:00")));

    @ParameterizedTest
    @CsvSource({
        "as it opens, 2026-11-23T07:30, 2026-11-23T11:30",
        "the last minute before lunch, 2026-11-23T11:29, 2026-11-23T11:30",
        "after lunch, 2026-11-23T13:30, 2026-11-23T17:00",
        "before midnight, 2026-11-28T23:59, 2026-11-29T02:00",
        "at midnight, 2026-11-29T00:00, 2026-11-29T02:00",
        "after midnight on a day that is else closed then, 2026-11-29T01:59, 2026-11-29T02:00",
        "until midnight, 2026-11-29T23:00, 2026-11-30T00:00"
    })
    void isOpenUntil(String when, LocalDateTime moment, LocalDateTime until) {
        assertThat(SHOP.at(moment)).as(when).isEqualTo(new Open(until));
    }

    @ParameterizedTest
    @CsvSource({
        "before it opens, 2026-11-23T07:29, 2026-11-23T07:30",
        "at noon, 2026-11-23T11:30, 2026-11-23T13:30",
        "in the evening before closed days, 2026-11-23T17:00, 2026-11-27T08:00",
        "after the night, 2026-11-29T02:00, 2026-11-29T22:00",
        "at midnight when it closes, 2026-11-30T00:00, 2026-11-30T07:30"
    })
    void isClosedUntil(String when, LocalDateTime moment, LocalDateTime next) {
        assertThat(SHOP.at(moment)).as(when).isEqualTo(new Closed(next));
    }

    @Test
    void waitsAWholeWeekForTheSameDay() {
        var once = hours(Map.of(MONDAY, List.of("08:00-09:00")));

        assertThat(once.at(LocalDateTime.parse("2026-11-23T09:00")))
                .isEqualTo(new Closed(LocalDateTime.parse("2026-11-30T08:00")));
        assertThat(once.at(LocalDateTime.parse("2026-11-30T07:59")))
                .isEqualTo(new Closed(LocalDateTime.parse("2026-11-30T08:00")));
    }

    @Test
    void neverClosesWhenEveryDayTouchesTheNext() {
        var always = hours(everyDay("00:00-24:00"));
        var nights = hours(everyDay("00:00-06:00", "18:00-24:00"));

        assertThat(always.at(LocalDateTime.parse("2026-11-23T00:00"))).isEqualTo(new Open(null));
        assertThat(always.at(LocalDateTime.parse("2026-11-29T23:59"))).isEqualTo(new Open(null));
        assertThat(nights.at(LocalDateTime.parse("2026-11-29T23:00")))
                .isEqualTo(new Open(LocalDateTime.parse("2026-11-30T06:00")));
    }

    @Test
    void neverOpensWithoutHours() {
        assertThat(hours(Map.of()).at(LocalDateTime.parse("2026-11-23T12:00"))).isEqualTo(new Closed(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8:00-17:00", "08:00", "08:00-24:30", "25:00-26:00", "08:00–17:00", "08:00-08:00", "", "x"})
    void namesWhatItCannotRead(String written) {
        assertThat(faults(Map.of(MONDAY, List.of("07:00-07:30", written))))
                .singleElement()
                .isEqualTo(new OpeningHours.Fault(MONDAY, Kind.FORM, written));
    }

    @Test
    void refusesStretchesThatOverlap() {
        assertThat(faults(Map.of(MONDAY, List.of("08:00-12:00", "11:59-17:00"))))
                .singleElement()
                .isEqualTo(new OpeningHours.Fault(MONDAY, Kind.OVERLAP, "11:59-17:00"));
        assertThat(faults(Map.of(SATURDAY, List.of("18:00-02:00"), SUNDAY, List.of("01:00-05:00"))))
                .singleElement()
                .isEqualTo(new OpeningHours.Fault(SUNDAY, Kind.OVERLAP, "01:00-05:00"));
        assertThat(faults(Map.of(SUNDAY, List.of("18:00-02:00"), MONDAY, List.of("01:00-05:00"))))
                .as("from the end of the week into its beginning")
                .singleElement()
                .isEqualTo(new OpeningHours.Fault(MONDAY, Kind.OVERLAP, "01:00-05:00"));
        assertThat(faults(Map.of(MONDAY, List.of("08:00-12:00", "12:00-17:00"))))
                .isEmpty();
    }

    @Test
    void refusesMoreStretchesThanADayNeeds() {
        assertThat(faults(Map.of(
                        MONDAY,
                        List.of(
                                "00:00-01:00",
                                "02:00-03:00",
                                "04:00-05:00",
                                "06:00-07:00",
                                "08:00-09:00",
                                "10:00-11:00",
                                "12:00-13:00"))))
                .singleElement()
                .extracting(OpeningHours.Fault::kind)
                .isEqualTo(Kind.TOO_MANY);
    }

    @Test
    void isWrittenAsItWasRead() {
        assertThat(SHOP.written())
                .containsEntry("monday", List.of("07:30-11:30", "13:30-17:00"))
                .containsEntry("tuesday", List.of())
                .containsEntry("saturday", List.of("18:00-02:00"))
                .containsEntry("sunday", List.of("22:00-24:00"))
                .hasSize(7);
    }

    private static Map<DayOfWeek, List<String>> everyDay(String... stretches) {
        return Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(Function.identity(), _ -> List.of(stretches)));
    }

    private static OpeningHours hours(Map<DayOfWeek, List<String>> week) {
        return switch (OpeningHours.read(week)) {
            case Reading.Read(var hours) -> hours;
            case Reading.Unreadable(var faults) -> throw new AssertionError(faults);
        };
    }

    private static List<OpeningHours.Fault> faults(Map<DayOfWeek, List<String>> week) {
        @Nullable
        List<OpeningHours.Fault> faults =
                OpeningHours.read(week) instanceof Reading.Unreadable(var wrong) ? wrong : null;
        return faults == null ? List.of() : faults;
    }
}
