package vn.ocopmarket.catalog;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.Story.Section;
import vn.ocopmarket.contract.product.Story.Video;

/** How stories and pictures are kept inside other documents; older documents have no story in sections. */
public final class StoryDocuments {

    private StoryDocuments() {}

    public static @Nullable Document toDocument(@Nullable Story story) {
        return story == null
                ? null
                : new Document(
                                "sections",
                                story.sections().stream()
                                        .map(StoryDocuments::toDocument)
                                        .toList())
                        .append("author", story.author())
                        .append("source", story.source())
                        .append("language", story.language());
    }

    public static @Nullable Story toStory(@Nullable Document document) {
        return document == null
                ? null
                : new Story(
                        document.getList("sections", Document.class).stream()
                                .map(StoryDocuments::toSection)
                                .toList(),
                        document.getString("author"),
                        document.getString("source"),
                        document.getString("language"));
    }

    public static Document toDocument(Media media) {
        return new Document("url", media.url()).append("alt", media.alt()).append("credit", media.credit());
    }

    public static Media toMedia(Document document) {
        return new Media(document.getString("url"), document.getString("alt"), document.getString("credit"));
    }

    public static List<Document> toDocuments(List<Media> pictures) {
        return pictures.stream().map(StoryDocuments::toDocument).toList();
    }

    public static List<Media> toMedia(List<Document> documents) {
        return documents.stream().map(StoryDocuments::toMedia).toList();
    }

    private static Document toDocument(Section section) {
        return new Document("heading", section.heading())
                .append("text", section.text())
                .append("pictures", toDocuments(section.pictures()))
                .append(
                        "videos",
                        section.videos().stream()
                                .map(video -> new Document("url", video.url()).append("title", video.title()))
                                .toList());
    }

    private static Section toSection(Document document) {
        return new Section(
                document.getString("heading"),
                document.getString("text"),
                toMedia(document.getList("pictures", Document.class)),
                document.getList("videos", Document.class).stream()
                        .map(video -> new Video(video.getString("url"), video.getString("title")))
                        .toList());
    }
}
