package vn.ocopmarket.catalog.proposal;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.ocopmarket.catalog.proposal.FieldDifference.Kind;
import vn.ocopmarket.catalog.proposal.FieldDifference.Piece;

/** Finds the words that go and those that come; first line by line, then word by word within lines that changed. */
final class TextDifference {

    /** Beyond it texts have so little in common that single words would only confuse, and cost much to find. */
    private static final int MOST_WORDS = 3_000;

    private static final Pattern LINES = Pattern.compile("(?<=\n)");
    private static final Pattern WORDS = Pattern.compile("(?<=\\s)|(?=\\s)|(?=\\p{Punct})|(?<=\\p{Punct})");

    private final List<Piece> pieces = new ArrayList<>();

    private TextDifference() {}

    static List<Piece> between(String before, String after) {
        var difference = new TextDifference();
        difference.walk(split(LINES, before), split(LINES, after), difference::changedLines);
        return readable(difference.pieces);
    }

    private static List<String> split(Pattern at, String text) {
        return text.isEmpty() ? List.of() : List.of(at.split(text));
    }

    private interface Changed {
        void take(List<String> before, List<String> after);
    }

    private void walk(List<String> before, List<String> after, Changed changed) {
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
            var source = delta.getSource().getLines();
            if (delta.getType() == DeltaType.EQUAL) {
                add(Kind.SAME, source);
            } else {
                changed.take(source, delta.getTarget().getLines());
            }
            at = delta.getSource().getPosition() + source.size();
        }
        add(Kind.SAME, before.subList(at, before.size()));
    }

    private void changedLines(List<String> before, List<String> after) {
        var goes = split(WORDS, String.join("", before));
        var comes = split(WORDS, String.join("", after));
        if (goes.size() + comes.size() > MOST_WORDS) {
            changedWords(goes, comes);
        } else {
            walk(goes, comes, this::changedWords);
        }
    }

    private void changedWords(List<String> before, List<String> after) {
        add(Kind.REMOVED, before);
        add(Kind.ADDED, after);
    }

    private void add(Kind kind, List<String> texts) {
        if (!texts.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", texts)));
        }
    }

    /**
     * The same difference in fewer pieces: neighbours of a kind become one, and what merely happens to stand between words that
     * change, such as a blank, changes with them. Single words scattered over two unlike texts are hard to read.
     */
    private static List<Piece> readable(List<Piece> pieces) {
        var readable = new ArrayList<Piece>();
        var goes = new StringBuilder();
        var comes = new StringBuilder();
        for (int index = 0; index < pieces.size(); index++) {
            var piece = pieces.get(index);
            var changing = !goes.isEmpty() || !comes.isEmpty();
            var between = changing && index + 1 < pieces.size() && isOnlyBetween(piece.text());
            if (piece.kind() == Kind.SAME && !between) {
                flush(readable, goes, comes);
                put(readable, Kind.SAME, piece.text());
                continue;
            }
            if (piece.kind() != Kind.ADDED) {
                goes.append(piece.text());
            }
            if (piece.kind() != Kind.REMOVED) {
                comes.append(piece.text());
            }
        }
        flush(readable, goes, comes);
        return List.copyOf(readable);
    }

    private static boolean isOnlyBetween(String text) {
        return text.chars().noneMatch(letter -> Character.isLetterOrDigit(letter) || letter == '\n');
    }

    private static void flush(List<Piece> readable, StringBuilder goes, StringBuilder comes) {
        put(readable, Kind.REMOVED, goes.toString());
        put(readable, Kind.ADDED, comes.toString());
        goes.setLength(0);
        comes.setLength(0);
    }

    private static void put(List<Piece> readable, Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        var joined = !readable.isEmpty() && readable.getLast().kind() == kind
                ? readable.removeLast().text() + text
                : text;
        readable.add(new Piece(kind, joined));
    }
}
