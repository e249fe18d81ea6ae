package vn.ocopmarket.catalog.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.Story.Section;
import vn.ocopmarket.contract.product.Story.Video;

class ReadingStoriesTests {

    private static final Media PICTURE = new Media("/media/0123456789abcdefghjkmnpqrstvwxyz", "Vườn dừa", null);

    private static List<String> errors(Section... sections) {
        return ReadingStories.errors("narrative", new Story(List.of(sections), null, null, "vi")).stream()
                .map(error -> error.field() + ' ' + error.code())
                .toList();
    }

    private static Section film(String url) {
        return new Section("Phim", "", List.of(), List.of(new Video(url, "Hái dừa")));
    }

    @Test
    void takesAStoryWithPicturesAndFilms() {
        var section = new Section(
                "Cây dừa",
                "Dừa **sáp** <3",
                List.of(PICTURE),
                List.of(new Video("https://youtu.be/dQw4w9WgXcQ", "Hái dừa")));

        assertThat(errors(section)).isEmpty();
        assertThat(ReadingStories.errors("narrative", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://youtu.be/a",
                "https://evil.example/watch",
                "https://youtube.com.evil.example/a",
                "https://evil.example@youtube.com/a",
                "https://youtube.com:8443/a",
                "javascript:alert(1)",
                "//youtube.com/a",
                "https://youtube.com\\@evil.example",
                ""
            })
    void refusesFilmsOfUnknownHosts(String url) {
        assertThat(errors(film(url))).containsExactly("narrative.sections[0].videos[0].url video-address");
    }

    @Test
    void wantsWordsForPicturesAndFilms() {
        var mute = new Section(
                null, "", List.of(new Media(PICTURE.url(), " ", null)), List.of(new Video("https://vimeo.com/1", "")));

        assertThat(errors(mute))
                .containsExactly(
                        "narrative.sections[0].pictures[0].alt alt-required",
                        "narrative.sections[0].videos[0].title required");
    }

    @Test
    void refusesAnEmptySection() {
        assertThat(errors(new Section("Chỉ có đề mục", " ", List.of(), List.of())))
                .containsExactly("narrative.sections[0].text required");
    }

    @Test
    void hasLimits() {
        var tooMuch = new Section("x".repeat(201), "y".repeat(5_001), Collections.nCopies(7, PICTURE), List.of());

        assertThat(errors(tooMuch))
                .containsExactly(
                        "narrative.sections[0].heading too-long",
                        "narrative.sections[0].text too-long",
                        "narrative.sections[0].pictures too-many");
        var many = new Story(
                Collections.nCopies(13, new Section(null, "z".repeat(2_000), List.of(), List.of())),
                null,
                null,
                "Tiếng Việt");
        assertThat(ReadingStories.errors("narrative", many).stream().map(FieldError::field))
                .containsExactly("narrative.language", "narrative.sections", "narrative.sections");
    }
}
