package vn.ocopmarket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document in {@code docs} that is made from the code, between two marks that name it. */
public final class GeneratedSection {

    private static final String ROOT_FILE = "CONTRIBUTING.md";

    private final Path file;
    private final String begin;
    private final String end;

    /** @param document its file name below {@code docs} */
    public GeneratedSection(String document, String name) {
        this.file = root().resolve("docs").resolve(document);
        this.begin = "<!-- generated: " + name + " -->\n";
        this.end = "<!-- end: " + name + " -->\n";
    }

    /** Fails when the document says otherwise, naming the system property that has it written anew. */
    public void mustBe(String content, String writeProperty) throws IOException {
        var text = Files.readString(file);
        assertThat(text).contains(begin).contains(end);
        var from = text.indexOf(begin) + begin.length();
        var to = text.indexOf(end);
        if (Boolean.getBoolean(writeProperty)) {
            var _ = Files.writeString(file, text.substring(0, from) + content + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("%s is stale; write it with -D%s=true", file.getFileName(), writeProperty)
                .isEqualTo(content);
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(ROOT_FILE))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Not inside the source tree");
            }
        }
        return folder;
    }
}
