package vn.ocopmarket.contract.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.product.Story.Section;

class StoryTests {

    private static Story told(Section... sections) {
        return new Story(List.of(sections), "Chị Tư", null, "vi");
    }

    @Test
    void givesItsWordsWithoutMarkup() {
        var story = told(
                new Section(
                        "Cây dừa sáp",
                        "Ở **Cầu Kè**, xem [bài này](https://bao.example/a_b).\n\n- sáp\n2. dẻo",
                        List.of(),
                        List.of()),
                new Section(null, "> Bà tôi kể", List.of(), List.of()));

        assertThat(story.plainText()).isEqualTo("Cây dừa sáp\n\nỞ Cầu Kè, xem bài này.\n\nsáp\ndẻo\n\nBà tôi kể");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        var onlyPictures = new Section(null, "", List.of(new Media("/media/x", "Vườn", null)), List.of());

        assertThat(told(onlyPictures).plainText()).isEmpty();
    }
}
