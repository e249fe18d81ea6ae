package vn.ocopmarket.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A catalogue of any size, the same for the same words and size. The first products are kept for the races for last units. */
public final class GeneratedCatalogue {

    static final int RACE_PRODUCTS = 20;

    private static final int STORY_WORDS = 45;
    private static final long SEED = 20_261_121;

    private final Words words;
    private final int size;
    private final LocalDate today;

    public GeneratedCatalogue(Words words, int size, LocalDate today) {
        this.words = words;
        this.size = size;
        this.today = today;
    }

    /** A row of the catalogue's import. */
    public record Row(
            String product,
            String producer,
            String province,
            String group,
            String stars,
            String decision,
            String issuedOn,
            String sku,
            String variant,
            String price,
            String taxClass,
            String story) {}

    /** A text search within a product group. */
    public record Query(String text, int group) {}

    public static String sku(int number) {
        return "BENCH-%06d".formatted(number);
    }

    int size() {
        return size;
    }

    List<Row> rows() {
        var random = new SplittableRandom(SEED);
        return IntStream.range(0, size).mapToObj(number -> row(number, random)).toList();
    }

    /** One row of a catalogue where each is made by itself, so that any can be had at once; not the one of {@link #rows}. */
    public Row row(int number) {
        return row(number, new SplittableRandom(SEED + number * 0x9E3779B97F4A7C15L));
    }

    /** Every noun alone and with an adjective, within its group. */
    public List<Query> queries() {
        var queries = new ArrayList<Query>();
        for (var group = 0; group < words.nouns().size(); group++) {
            for (var noun : words.nouns().get(group)) {
                queries.add(new Query(noun, group + 1));
                var adjective = words.adjectives()
                        .get(queries.size() % words.adjectives().size());
                queries.add(new Query(noun + " " + adjective, group + 1));
            }
        }
        return queries;
    }

    private Row row(int number, SplittableRandom random) {
        var group = number % words.nouns().size();
        var noun = pick(words.nouns().get(group), random);
        var adjective = pick(words.adjectives(), random);
        var maker = pick(words.makers(), random);
        var model = "%c%03d".formatted('A' + random.nextInt(26), random.nextInt(1000));
        var story = IntStream.range(0, STORY_WORDS)
                .mapToObj(_ -> pick(words.words(), random))
                .collect(Collectors.joining(" ", noun + " " + adjective + " " + maker + ". ", "."));
        return new Row(
                "%s %s %s %s".formatted(noun, adjective, maker, model),
                maker,
                pick(words.provinces(), random),
                Integer.toString(group + 1),
                Integer.toString(3 + random.nextInt(3)),
                "BENCH-%06d".formatted(number),
                today.minusDays(30 + random.nextInt(600)).toString(),
                sku(number),
                model,
                Long.toString(random.nextLong(15, 2_500) * 1000),
                group == 13 || group == 14 ? "ALCOHOL" : "PROCESSED_FOOD",
                story);
    }

    private static String pick(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
