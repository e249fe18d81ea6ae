package vn.ocopmarket.contract.product;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product's story in sections. Its texts are CommonMark without HTML, pictures and headings of their own; who shows them
 * renders them, and trusts none of them.
 *
 * @param author who tells it, or null
 * @param source where it was published before or who was asked, or null
 * @param language it is told in, such as {@code vi}
 */
public record Story(
        List<Section> sections,
        @Nullable String author,
        @Nullable String source,
        String language) {

    private static final String VIETNAMESE = "vi";

    private static final Pattern LINK = Pattern.compile("!?\\[([^]\\n]*)]\\([^)\\n]*\\)");
    private static final Pattern LINE_MARK = Pattern.compile("(?m)^ {0,3}(?:#{1,6}|>|[-*+]|\\d{1,3}[.)]) +");
    private static final Pattern EMPHASIS = Pattern.compile("\\*{1,3}|_{2,3}|`");

    public Story {
        sections = List.copyOf(Objects.requireNonNullElse(sections, List.of()));
        language = Objects.requireNonNullElse(language, VIETNAMESE);
    }

    /**
     * A part of it.
     *
     * @param heading or null
     */
    public record Section(@Nullable String heading, String text, List<Media> pictures, List<Video> videos) {

        public Section {
            text = Objects.requireNonNullElse(text, "");
            pictures = List.copyOf(Objects.requireNonNullElse(pictures, List.of()));
            videos = List.copyOf(Objects.requireNonNullElse(videos, List.of()));
        }
    }

    /**
     * A film that others host; pages link to it and load nothing of it.
     *
     * @param title what it shows
     */
    public record Video(String url, String title) {

        public Video {
            url = Objects.requireNonNullElse(url, "");
            title = Objects.requireNonNullElse(title, "");
        }
    }

    /** Its words without any markup, for whoever wants text: search, previews, print. */
    public String plainText() {
        return sections.stream()
                .flatMap(section -> Stream.of(Objects.requireNonNullElse(section.heading(), ""), plain(section.text())))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static String plain(String markup) {
        var unlinked = LINK.matcher(markup).replaceAll("$1");
        var unmarked = LINE_MARK.matcher(unlinked).replaceAll("");
        return EMPHASIS.matcher(unmarked).replaceAll("").strip();
    }
}
