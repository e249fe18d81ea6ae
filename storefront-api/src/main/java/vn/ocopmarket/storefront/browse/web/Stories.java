package vn.ocopmarket.storefront.browse.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.Story.Section;
import vn.ocopmarket.contract.product.Story.Video;
import vn.ocopmarket.storefront.pages.Markup;

/** Makes a story ready to be shown. */
@Component
class Stories {

    private static final String SECURE = "https://";

    ShownStory shown(Story story) {
        return new ShownStory(
                story.sections().stream().map(Stories::shown).toList(),
                story.author(),
                story.source(),
                story.language());
    }

    private static ShownSection shown(Section section) {
        return new ShownSection(
                section.heading(),
                Markup.toHtml(section.text()),
                section.pictures(),
                section.videos().stream()
                        .filter(video -> video.url().startsWith(SECURE))
                        .map(Stories::shown)
                        .toList());
    }

    private static ShownVideo shown(Video video) {
        return new ShownVideo(video.url(), video.title(), host(video.url()));
    }

    private static String host(String url) {
        var host = URI.create(url).getHost();
        return host == null ? "" : host.replaceFirst("^(www|m|vt|player)\\.", "");
    }

    /** A story as the page shows it. */
    record ShownStory(
            List<ShownSection> sections,
            @Nullable String author,
            @Nullable String source,
            String language) {}

    /**
     * A part of it.
     *
     * @param html made by {@link Markup}, so it may be put into the page as it is
     */
    record ShownSection(@Nullable String heading, String html, List<Media> pictures, List<ShownVideo> videos) {}

    /**
     * A link to a film.
     *
     * @param host where it lies
     */
    record ShownVideo(String url, String title, String host) {}
}
