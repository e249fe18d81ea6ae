package vn.ocopmarket.mailcatcher;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The letters as a page; links in them can be followed. */
final class LetterPage {

    private static final Pattern LINK = Pattern.compile("https?://[\\w.:/~-]+");

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Thư / Mail</title>
            <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:1rem auto;padding:0 1rem}
            article{border-top:1px solid #767676;padding:.5rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>
            </head><body><main><h1>Thư / Mail (%d)</h1>
            %s</main></body></html>
            """;

    private LetterPage() {}

    static String of(List<Letter> letters) {
        var articles = letters.stream().map(LetterPage::article).collect(Collectors.joining());
        return FRAME.formatted(letters.size(), articles);
    }

    private static String article(Letter letter) {
        var text = LINK.matcher(escaped(letter.text())).replaceAll("<a href=\"$0\">$0</a>");
        return "<article><h2>%s</h2><p>%s · %s</p><pre>%s</pre></article>%n"
                .formatted(escaped(letter.subject()), escaped(String.join(", ", letter.to())), letter.sentAt(), text);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
