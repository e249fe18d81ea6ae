package vn.ocopmarket.bench.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Queries with what they ask for. Judged is the need, not the words: every way to ask for the same has the same grades.
 *
 * @param grades by the need's name
 */
record JudgedSet(List<Query> queries, Map<String, Grades> grades) {

    /**
     * One query.
     *
     * @param right of a typo what was meant to be typed, else null
     */
    record Query(
            String kind, String need, String text, @Nullable String right) {}

    JudgedSet {
        queries = List.copyOf(queries);
        grades = Map.copyOf(grades);
    }

    static JudgedSet read() {
        var grades = new HashMap<String, Grades>();
        lines("needs.csv").map(line -> line.split(",", 5)).forEach(cells -> grades.put(cells[0], grades(cells)));
        var queries = lines("queries.csv")
                .map(line -> line.split(",", 4))
                .map(cells -> new Query(cells[0], cells[1], cells[2], cells[3].isEmpty() ? null : cells[3]))
                .toList();
        return new JudgedSet(queries, grades);
    }

    Grades gradesOf(Query query) {
        return Objects.requireNonNull(grades.get(query.need()), query.need());
    }

    private static Grades grades(String... cells) {
        var byProduct = new HashMap<Integer, Integer>();
        for (var column = 1; column <= 3; column++) {
            var grade = 4 - column;
            Stream.of(cells[column].split(" "))
                    .filter(number -> !number.isEmpty())
                    .forEach(number -> byProduct.put(Integer.valueOf(number), grade));
        }
        return new Grades(byProduct);
    }

    /** Without the headings. */
    private static Stream<String> lines(String resource) {
        try (var content = JudgedSet.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(content, resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
