package vn.ocopmarket.embeddedmongo.bson;

import java.util.stream.IntStream;

/** The field names of array elements, which are their positions. */
final class ArrayIndex {

    private static final String[] FIRST =
            IntStream.range(0, 256).mapToObj(Integer::toString).toArray(String[]::new);

    private ArrayIndex() {}

    static String name(int position) {
        return position < FIRST.length ? FIRST[position] : Integer.toString(position);
    }
}
