package vn.ocopmarket.bench.hostile;

/** Single filters of a search, right and wrong ones. */
final class Filters {

    private Filters() {}

    static String any(Dice dice) {
        return switch (dice.below(8)) {
            case 0 -> "group=%02d".formatted(dice.below(40));
            case 1 -> "province=%02d".formatted(dice.below(99));
            case 2 -> "commune=%05d".formatted(dice.below(99_999));
            case 3 -> "producer=p" + dice.random().nextInt();
            case 4 -> "location=l" + dice.random().nextInt();
            case 5 -> "stars=" + dice.below(9);
            case 6 -> "literal=" + dice.anyOf("stars", "price", "all", "x");
            default -> "facets=" + dice.anyOf("all", "group", "none", "x");
        };
    }
}
