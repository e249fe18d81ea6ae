package vn.ocopmarket.storefront.browse.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.domain.Reading.Piece;

/** The words that were typed, of which those that were understood are taken out one after the other. */
final class Typed {

    /** Signs of Vietnamese in what we look for; other words with signs only look the same without them. */
    private static final Set<String> WITH_SIGNS = Set.of(
            "dưới", "trên", "hơn", "từ", "đến", "tới", "khoảng", "tầm", "cỡ", "giá", "không", "quá", "tối", "đa",
            "thiểu", "ít", "nhất", "rẻ", "nhỏ", "chưa", "trở", "lên", "xuống", "lại", "đổ", "nghìn", "ngàn", "triệu",
            "đồng", "đ", "năm", "bốn", "hoặc", "và", "còn", "sẵn", "có", "hàng", "₫", "–");

    private static final Pattern DIGITS = Pattern.compile("[\\d.,<>=*-]+");

    private final List<String> words;
    private final List<String> folded;
    private final List<Understood> understood = new ArrayList<>();
    private final boolean[] taken;

    private record Understood(int at, Piece piece) {}

    Typed(String text) {
        this.words = Arrays.stream(VietnameseText.canonical(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        this.folded = words.stream().map(VietnameseText::fold).toList();
        this.taken = new boolean[words.size()];
    }

    int count() {
        return words.size();
    }

    /** Without accents; empty where it is taken or there is no word. */
    String folded(int at) {
        return at < 0 || at >= words.size() || taken[at] ? "" : folded.get(at);
    }

    String lower(int at) {
        return words.get(at).toLowerCase(Locale.ROOT);
    }

    /** Takes the first run of whole words that fits and means something. */
    void take(Pattern pattern, Function<MatchResult, Function<String, @Nullable Piece>> meaning) {
        var line = new StringBuilder();
        var starts = new int[words.size()];
        for (var at = 0; at < words.size(); at++) {
            starts[at] = line.length();
            var _ = line.append(taken[at] ? "\n" : folded.get(at)).append(' ');
        }
        var matcher = pattern.matcher(line);
        while (matcher.find()) {
            var first = indexOf(starts, matcher.start());
            var last = indexOf(starts, matcher.end() - 1);
            if (spelled(first, last)) {
                var piece = meaning.apply(matcher.toMatchResult()).apply(text(first, last));
                if (piece != null) {
                    take(first, last, piece);
                    return;
                }
            }
        }
    }

    void take(int first, int last, Piece piece) {
        Arrays.fill(taken, first, last + 1, true);
        var _ = understood.add(new Understood(first, piece));
    }

    /** Adds what the words mean together and leaves them. */
    void note(Piece piece) {
        var _ = understood.add(new Understood(words.size(), piece));
    }

    void drop(String word) {
        for (var at = 0; at < words.size(); at++) {
            taken[at] |= folded.get(at).equals(word);
        }
    }

    String text(int first, int last) {
        return String.join(" ", words.subList(first, last + 1));
    }

    /** What is left. */
    String rest() {
        return IntStream.range(0, words.size())
                .filter(at -> !taken[at])
                .mapToObj(words::get)
                .collect(Collectors.joining(" "));
    }

    Reading reading() {
        return new Reading(
                String.join(" ", words),
                rest(),
                understood.stream()
                        .sorted(Comparator.comparingInt(Understood::at))
                        .map(Understood::piece)
                        .toList());
    }

    private boolean spelled(int first, int last) {
        for (var at = first; at <= last; at++) {
            var word = DIGITS.matcher(lower(at)).replaceAll("");
            if (!word.chars().allMatch(letter -> letter < 128) && !WITH_SIGNS.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(int[] starts, int position) {
        var at = Arrays.binarySearch(starts, position);
        return at >= 0 ? at : -at - 2;
    }
}
