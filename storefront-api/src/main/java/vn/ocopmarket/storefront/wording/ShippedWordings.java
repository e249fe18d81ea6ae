package vn.ocopmarket.storefront.wording;

import java.util.List;

/** The words that came with the market. */
public interface ShippedWordings {

    /** All, as they came. */
    List<Came> all();

    /** Whether search leaves a word out when nothing has it, as it does with praise. */
    boolean isLeftOut(String word);

    /**
     * A group as it came.
     *
     * @param key by which it is known as long as its words stay
     * @param kind {@code same}, {@code means}, {@code place}, {@code extra} or {@code word}
     * @param meant what its words stand for, when that is something else
     * @param why it is there
     */
    record Came(String key, String kind, List<String> words, List<String> meant, String why) {

        public Came {
            words = List.copyOf(words);
            meant = List.copyOf(meant);
        }
    }
}
