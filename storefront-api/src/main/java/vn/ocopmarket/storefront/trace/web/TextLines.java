package vn.ocopmarket.storefront.trace.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Breaks text into lines of a width. */
record TextLines(PDFont font) {

    /** At most so many lines; the last one ends with an ellipsis when there was more. */
    List<String> wrapped(String text, float size, float width, int most) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : printable(text).split("\\s+")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        var kept = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
        if (lines.size() > most) {
            kept.set(most - 1, kept.getLast() + '…');
        }
        for (int i = 0; i < kept.size(); i++) {
            kept.set(i, cut(kept.get(i), size, width));
        }
        return kept;
    }

    /** A single word may be longer than the line. */
    private String cut(String line, float size, float width) throws IOException {
        var kept = line;
        while (kept.length() > 1 && width(kept, size) > width) {
            kept = kept.substring(0, kept.length() - (kept.endsWith("…") ? 2 : 1)) + '…';
        }
        return kept;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** A sign that the font does not have, such as an emoji, must not cost the whole sheet. */
    private String printable(String text) {
        var kept = new StringBuilder();
        text.codePoints().forEach(sign -> kept.appendCodePoint(has(sign) ? sign : ' '));
        return kept.toString().strip();
    }

    private boolean has(int sign) {
        try {
            return font.encode(Character.toString(sign)).length > 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
