package vn.ocopmarket.bench.hostile;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chooses by random numbers, so that the same ones choose the same. */
record Dice(RandomGenerator random) {

    /** From 0 up to one less. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean heads() {
        return random.nextBoolean();
    }

    String anyOf(String... values) {
        return anyOf(List.of(values));
    }

    String anyOf(List<String> values) {
        return values.get(below(values.size()));
    }

    /** One to so many of the pieces, with blanks between them or without. */
    String mix(int most, List<String> pieces) {
        var separator = heads() ? " " : "";
        return some(most, separator, () -> anyOf(pieces));
    }

    /** One to so many. */
    String some(int most, String separator, Supplier<String> piece) {
        return IntStream.range(0, 1 + below(most)).mapToObj(_ -> piece.get()).collect(Collectors.joining(separator));
    }
}
