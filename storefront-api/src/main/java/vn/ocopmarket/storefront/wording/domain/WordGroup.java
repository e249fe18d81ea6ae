package vn.ocopmarket.storefront.wording.domain;

import java.util.List;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * Words that say the same.
 *
 * @param words as people write them; the first is the one that most will know
 * @param region where it is said, or empty
 * @param trade who says it, or empty
 * @param note why it is here, or empty
 */
public record WordGroup(List<String> words, String region, String trade, String note) {

    public WordGroup {
        words = words.stream()
                .map(VietnameseText::canonical)
                .filter(word -> !word.isEmpty())
                .toList();
        region = VietnameseText.canonical(region);
        trade = VietnameseText.canonical(trade);
        note = VietnameseText.canonical(note);
    }

    /** On one line. */
    public String title() {
        return words.stream().collect(Collectors.joining(", "));
    }
}
