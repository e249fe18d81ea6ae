package vn.ocopmarket.storefront.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.indicators.IndicatorReport.Stars;

class ChartTests {

    @Test
    void theLongestBarFillsTheDrawingAndPartsAddUp() {
        var chart = Chart.of(List.of(
                new Chart.Value("a", new Stars(1, 1, 1)),
                new Chart.Value("b", new Stars(0, 7, 0)),
                new Chart.Value("c", Stars.NONE)));

        assertThat(chart.rows())
                .extracting(row ->
                        row.segments().stream().mapToInt(Chart.Segment::width).sum())
                .containsExactly(133, 310, 0);
        assertThat(chart.rows()).allSatisfy(row -> assertThat(row.end()).isLessThan(Chart.WIDTH));
    }

    @Test
    void aPartBeginsWhereTheOneBeforeEnds() {
        var segments = Chart.of(List.of(new Chart.Value("a", new Stars(3, 2, 1))))
                .rows()
                .getFirst()
                .segments();

        assertThat(segments.get(1).x()).isEqualTo(segments.get(0).width());
        assertThat(segments.get(2).x())
                .isEqualTo(segments.get(1).x() + segments.get(1).width());
    }

    @Test
    void drawsNothingOfNothingAndNotTooMuch() {
        assertThat(Chart.of(List.of()).rows()).isEmpty();
        assertThat(Chart.of(IntStream.range(0, 90)
                                .mapToObj(i -> new Chart.Value("v" + i, Stars.NONE))
                                .toList())
                        .rows())
                .hasSize(20);
    }
}
