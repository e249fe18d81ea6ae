package vn.ocopmarket.bench.races;

import java.util.List;

/**
 * A line of the table.
 *
 * @param wrong what was not as expected; empty when all was
 */
record Row(String what, String expected, String seen, List<String> wrong) {

    Row {
        wrong = List.copyOf(wrong);
    }

    boolean isRight() {
        return wrong.isEmpty();
    }
}
