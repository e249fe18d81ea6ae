package vn.ocopmarket.storefront.producerdesk.web;

import java.util.ArrayList;
import java.util.List;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.Story.Section;
import vn.ocopmarket.contract.product.Story.Video;
import vn.ocopmarket.storefront.producerdesk.Content;
import vn.ocopmarket.storefront.producerdesk.web.Uploads.Upload;

/** A story as fields of a form, named as the catalogue names what is wrong with them. */
final class StoryForm {

    private static final int MOST = 40;
    private static final Section EMPTY = new Section(null, "", List.of(), List.of());

    private StoryForm() {}

    /** What the form begins with: a story in plain text becomes one section. */
    static Story of(Content content) {
        if (content.narrative() instanceof Story story) {
            return story;
        }
        var text = content.story() == null ? "" : content.story();
        return new Story(List.of(new Section(null, text, List.of(), List.of())), null, null, "vi");
    }

    /** What was written, with the pictures that were just uploaded. */
    static Story read(Form form, List<Upload> uploads) {
        var sections = new ArrayList<Section>();
        for (int index = 0; index < MOST && form.has(path(index) + "text"); index++) {
            sections.add(new Section(
                    form.textOrNull(path(index) + "heading"),
                    form.text(path(index) + "text"),
                    PictureList.read(form, path(index) + "pictures", path(index) + "files", uploads),
                    videos(form, path(index))));
        }
        return new Story(
                sections,
                form.textOrNull("narrative.author"),
                form.textOrNull("narrative.source"),
                form.text("narrative.language").isEmpty() ? "vi" : form.text("narrative.language"));
    }

    private static String path(int section) {
        return "narrative.sections[%d].".formatted(section);
    }

    private static List<Video> videos(Form form, String of) {
        var videos = new ArrayList<Video>();
        for (int index = 0; index < MOST && form.has("%svideos[%d].url".formatted(of, index)); index++) {
            var video = new Video(
                    form.text("%svideos[%d].url".formatted(of, index)),
                    form.text("%svideos[%d].title".formatted(of, index)));
            if (!video.url().isEmpty() || !video.title().isEmpty()) {
                videos.add(video);
            }
        }
        return videos;
    }

    /** The story as the button that was pressed wants it: with one more section, without one, or with one moved. */
    static Story arranged(Story story, String pressed) {
        var sections = new ArrayList<>(PictureList.moved(story.sections(), pressed));
        if (pressed.equals("add")) {
            sections.add(EMPTY);
        } else if (pressed.matches("remove:\\d{1,3}")) {
            var index = Integer.parseInt(pressed.substring("remove:".length()));
            if (index < sections.size()) {
                var _ = sections.remove(index);
            }
        }
        return new Story(sections, story.author(), story.source(), story.language());
    }

    /** As it is sent: without sections in which nothing is. */
    static Story finished(Story story) {
        return new Story(
                story.sections().stream()
                        .filter(section -> !section.equals(EMPTY))
                        .toList(),
                story.author(),
                story.source(),
                story.language());
    }
}
