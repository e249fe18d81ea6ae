package vn.ocopmarket.storefront.suggest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PopularityTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "Mắm  Tôm, mắm tôm",
        "gạo 5 sao dưới 100k, gạo 5 sao dưới 100k",
        "nước mắm 500ml, nước mắm 500ml",
        "dừa sáp cầu kè, dừa sáp cầu kè"
    })
    void countsWhatNamesGoods(String typed, String counted) {
        assertThat(Countable.of(typed)).contains(counted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "0912 345 678",
                "091.234.5678",
                "gọi 09 12 34 56",
                "a@b.vn",
                "www.shop.vn",
                "https://x",
                "MAU-0001-A",
                "8938505970025",
                "k20ab",
                "12345",
                "số 12/34 Trần Phú",
                "ab",
                "một hai ba bốn năm sáu bảy",
                "abcdefghijklmnopqrstuvwxyz",
                "chữ rất dài chữ rất dài chữ rất dài chữ r"
            })
    void neverCountsWhatMayBeSomebodys(String typed) {
        assertThat(Countable.of(typed)).isEmpty();
    }

    @Test
    void showsOnlyWhatManyUsedOnSeveralDays() {
        assertThat(shown("mắm", used("mắm tôm", 5, 5))).as("two days").isEmpty();
        assertThat(shown("mắm", used("mắm tôm", 3, 3, 3))).as("nine people").isEmpty();
        assertThat(shown("mắm", used("mắm tôm", 4, 3, 3))).containsExactly("mắm tôm");
    }

    @Test
    void letsNoSingleDayWeighMoreThanItsShare() {
        var rushed = used("mắm ruốc", 1000, 1, 1);
        var steady = used("mắm tôm", 9, 9, 9);

        assertThat(shown("mam", Stream.concat(rushed, steady))).containsExactly("mắm tôm", "mắm ruốc");
    }

    @Test
    void takesSpellingsTogetherAndShowsTheOneUsedMost() {
        var counts = Stream.concat(used("mam tom", 1, 2, 2), used("mắm tôm", 2, 2, 2));

        assertThat(shown("mam t", counts)).containsExactly("mắm tôm");
    }

    @Test
    void goesOnFromTheBeginningOnly() {
        var counts = used("mắm tôm", 5, 5, 5).toList();

        assertThat(shown("MẮM T", counts.stream())).containsExactly("mắm tôm");
        assertThat(shown("tôm", counts.stream())).isEmpty();
        assertThat(shown("mắm tôm", counts.stream())).as("already typed").isEmpty();
    }

    @Test
    void losesNoCountWhileItIsDrained() throws InterruptedException {
        var pending = new Pending();
        var drained = new ArrayList<DayCount>();
        var done = new CountDownLatch(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var thread = 0; thread < 4; thread++) {
                threads.execute(() -> {
                    IntStream.range(0, 10_000).forEach(at -> pending.count("q" + at % 10, DAY));
                    done.countDown();
                });
            }
            while (done.getCount() > 0) {
                drained.addAll(pending.drain());
            }
        }
        drained.addAll(pending.drain());

        assertThat(drained.stream().mapToInt(DayCount::people).sum()).isEqualTo(40_000);
        assertThat(done.getCount()).isZero();
    }

    @Test
    void keepsNoMoreThanFits() {
        var pending = new Pending();
        IntStream.range(0, 5_000).forEach(at -> pending.count("q" + at, DAY));
        pending.count("q1", DAY);

        var drained = pending.drain();

        assertThat(drained).hasSize(1_000).contains(new DayCount("q1", DAY, 2));
        assertThat(pending.drain()).isEmpty();
    }

    private static List<String> shown(String typed, Stream<DayCount> counts) {
        return Popularity.of(counts.toList()).beginning(typed, 4);
    }

    private static Stream<DayCount> used(String query, int... people) {
        return IntStream.range(0, people.length).mapToObj(at -> new DayCount(query, DAY.minusDays(at), people[at]));
    }
}
