package vn.ocopmarket.catalog.story;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.Story.Section;

/** Says what is wrong with each part of a story. Its texts may say anything: whoever shows them renders them harmless. */
public final class ReadingStories {

    static final int LONGEST_HEADING = 200;
    static final int LONGEST_TEXT = 5_000;
    static final int LONGEST_STORY = 20_000;
    static final int MOST_SECTIONS = 12;
    static final int MOST_PICTURES = 6;
    static final int MOST_VIDEOS = 3;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final String path;
    private final Story story;
    private final List<FieldError> errors = new ArrayList<>();

    private ReadingStories(String path, Story story) {
        this.path = path;
        this.story = story;
    }

    /** @param path of the story in what was sent */
    public static List<FieldError> errors(String path, @Nullable Story story) {
        if (story == null) {
            return List.of();
        }
        var reading = new ReadingStories(path, story);
        reading.check();
        return List.copyOf(reading.errors);
    }

    private void check() {
        text("author", story.author(), LONGEST_HEADING);
        text("source", story.source(), LONGEST_HEADING);
        if (!LANGUAGE.matcher(story.language()).matches()) {
            errors.add(FieldError.of(path + ".language", "language", story.language()));
        }
        if (story.sections().size() > MOST_SECTIONS) {
            errors.add(FieldError.of(path + ".sections", "too-many", MOST_SECTIONS));
        }
        var length = story.sections().stream()
                .mapToInt(section -> section.text().length())
                .sum();
        if (length > LONGEST_STORY) {
            errors.add(FieldError.of(path + ".sections", "too-long", LONGEST_STORY));
        }
        for (int index = 0; index < story.sections().size(); index++) {
            check("sections[%d].".formatted(index), story.sections().get(index));
        }
    }

    private void check(String of, Section section) {
        text(of + "heading", section.heading(), LONGEST_HEADING);
        text(of + "text", section.text(), LONGEST_TEXT);
        if (section.text().isBlank()
                && section.pictures().isEmpty()
                && section.videos().isEmpty()) {
            errors.add(FieldError.of(path + '.' + of + "text", "required"));
        }
        errors.addAll(ReadingPictures.errors(path + '.' + of + "pictures", section.pictures(), MOST_PICTURES));
        checkVideos(of + "videos", section.videos());
    }

    private void checkVideos(String of, List<Story.Video> videos) {
        if (videos.size() > MOST_VIDEOS) {
            errors.add(FieldError.of(path + '.' + of, "too-many", MOST_VIDEOS));
        }
        for (int index = 0; index < videos.size(); index++) {
            var video = videos.get(index);
            var at = "%s[%d].".formatted(of, index);
            if (!VideoHosts.host(video.url())) {
                errors.add(FieldError.of(path + '.' + at + "url", "video-address", video.url()));
            }
            if (video.title().isBlank()) {
                errors.add(FieldError.of(path + '.' + at + "title", "required"));
            }
            text(at + "title", video.title(), LONGEST_HEADING);
        }
    }

    private void text(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            errors.add(FieldError.of(path + '.' + field, "too-long", longest));
        }
    }
}
