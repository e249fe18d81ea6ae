package vn.ocopmarket.storefront.indicators.web;

import java.util.ArrayList;
import java.util.List;
import vn.ocopmarket.contract.indicators.IndicatorReport.Stars;

/**
 * Lying bars, each of three parts, in a drawing of 360 units' width; the longest fills it. The label stands above its bar, so
 * that it can be read on a telephone.
 *
 * @param rows top to bottom
 */
record Chart(List<Row> rows, int height) {

    static final int WIDTH = 360;

    private static final int ROW = 44;
    private static final int MOST_ROWS = 20;
    /** Leaves room for the number behind the bar. */
    private static final int LONGEST = 310;

    /** What one bar shows. */
    record Value(String label, Stars stars) {}

    /**
     * One bar.
     *
     * @param top of its label
     * @param end where the number stands
     */
    record Row(String label, long total, int top, int end, List<Segment> segments) {}

    /** A part of a bar, of products with so many stars. */
    record Segment(int stars, int x, int width) {}

    static Chart of(List<Value> values) {
        var shown = values.size() > MOST_ROWS ? values.subList(0, MOST_ROWS) : values;
        var most = Math.max(
                1,
                shown.stream().mapToLong(value -> value.stars().total()).max().orElse(1));
        var rows = new ArrayList<Row>();
        for (var value : shown) {
            rows.add(row(value, rows.size() * ROW, most));
        }
        return new Chart(List.copyOf(rows), rows.size() * ROW);
    }

    private static Row row(Value value, int top, long most) {
        var stars = value.stars();
        var three = length(stars.three(), most);
        var four = length(stars.three() + stars.four(), most);
        var five = length(stars.total(), most);
        return new Row(
                value.label(),
                stars.total(),
                top,
                five + 6,
                List.of(
                        new Segment(3, 0, three),
                        new Segment(4, three, four - three),
                        new Segment(5, four, five - four)));
    }

    private static int length(long count, long most) {
        return Math.toIntExact(Math.round((double) count * LONGEST / most));
    }
}
