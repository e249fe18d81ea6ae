package vn.ocopmarket.storefront.ordercopy;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What is told of an order, in sections. */
public record Copy(String language, String title, List<Section> sections) {

    public Copy {
        sections = List.copyOf(sections);
    }

    /** Lines under a heading. */
    public record Section(String heading, List<String> lines) {

        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** As plain text. */
    public String text() {
        return title + "\n\n"
                + sections.stream()
                        .map(section -> section.heading() + "\n" + String.join("\n", section.lines()))
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    /** As a whole page that needs nothing else. */
    public String html() {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
                <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 1rem auto; padding: 0 1rem; overflow-wrap: anywhere; }</style></head><body>
                <h1>%s</h1>
                %s</body></html>
                """.formatted(
                        safe(language),
                        safe(title),
                        safe(title),
                        sections.stream().map(Copy::html).collect(Collectors.joining()));
    }

    private static String html(Section section) {
        return "<h2>%s</h2>\n<ul>\n%s</ul>\n"
                .formatted(
                        safe(section.heading()),
                        section.lines().stream()
                                .map(line -> "<li>" + safe(line) + "</li>\n")
                                .collect(Collectors.joining()));
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
