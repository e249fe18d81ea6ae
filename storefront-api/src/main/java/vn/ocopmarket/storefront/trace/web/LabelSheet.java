package vn.ocopmarket.storefront.trace.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** An A4 sheet of 24 labels, 63.5 by 33.9 millimetres as stationers sell them, with a font that writes Vietnamese. */
final class LabelSheet {

    private static final float MILLIMETRE = 72f / 25.4f;
    private static final int COLUMNS = 3;
    private static final int ROWS = 8;
    private static final float WIDTH = 63.5f * MILLIMETRE;
    private static final float HEIGHT = 33.9f * MILLIMETRE;
    private static final float GAP = 2.5f * MILLIMETRE;
    private static final float LEFT = 7.2f * MILLIMETRE;
    private static final float TOP = 12.9f * MILLIMETRE;
    private static final float CODE = 30f * MILLIMETRE;
    private static final float INSET = 2f * MILLIMETRE;
    private static final float LARGE = 8f;
    private static final float SMALL = 6.5f;
    private static final float LEADING = 1.25f;

    private final PDDocument document;
    private final PDFont font;
    private final QrCode code;
    private final Label label;

    private LabelSheet(PDDocument document, PDFont font, Label label) {
        this.document = document;
        this.font = font;
        this.code = QrCode.of(label.address());
        this.label = label;
    }

    static byte[] of(Label label, int copies) throws IOException {
        try (var document = new PDDocument();
                var file = Objects.requireNonNull(LabelSheet.class.getResourceAsStream("DejaVuSansCondensed.ttf"))) {
            new LabelSheet(document, PDType0Font.load(document, file), label).draw(copies);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void draw(int copies) throws IOException {
        for (int first = 0; first < copies; first += COLUMNS * ROWS) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                for (int place = 0; place < Math.min(COLUMNS * ROWS, copies - first); place++) {
                    drawLabel(
                            content,
                            LEFT + place % COLUMNS * (WIDTH + GAP),
                            PDRectangle.A4.getHeight() - TOP - (place / COLUMNS + 1) * HEIGHT);
                }
            }
        }
    }

    private void drawLabel(PDPageContentStream content, float left, float bottom) throws IOException {
        drawCode(content, left, bottom + (HEIGHT - CODE) / 2);
        var x = left + CODE + INSET / 2;
        var width = WIDTH - CODE - INSET;
        var y = bottom + HEIGHT - INSET - LARGE;
        var lines = new TextLines(font);
        for (var line : lines.wrapped(label.name(), LARGE, width, 3)) {
            write(content, line, LARGE, x, y);
            y -= LARGE * LEADING;
        }
        for (var text : label.lines()) {
            for (var line : lines.wrapped(text, SMALL, width, 2)) {
                write(content, line, SMALL, x, y);
                y -= SMALL * LEADING;
            }
        }
    }

    private void write(PDPageContentStream content, String text, float size, float x, float y) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private void drawCode(PDPageContentStream content, float left, float bottom) throws IOException {
        var module = CODE / code.size();
        for (var run : code.runs()) {
            content.addRect(
                    left + run.x() * module, bottom + CODE - (run.y() + 1) * module, run.length() * module, module);
        }
        content.fill();
    }
}
