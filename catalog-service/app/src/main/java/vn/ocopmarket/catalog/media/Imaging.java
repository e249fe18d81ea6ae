package vn.ocopmarket.catalog.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vn.ocopmarket.catalog.media.Picture.Rendition;
import vn.ocopmarket.catalog.media.domain.FileSignature;
import vn.ocopmarket.catalog.media.domain.PictureProblem;

/** Makes the sizes that pages need out of a file; blocking and hungry, so one at a time. */
public interface Imaging {

    /**
     * Turned upright, in the web's colours, and without anything that the camera wrote beside the pixels.
     *
     * @throws IOException when the file cannot be read, not when its content is wrong
     */
    Reading read(Path file, FileSignature format) throws IOException;

    /** What came of it. */
    sealed interface Reading {

        /** In ascending width. */
        record Prepared(int width, int height, List<Content> contents) implements Reading {

            public Prepared {
                contents = List.copyOf(contents);
            }
        }

        record Refused(PictureProblem problem) implements Reading {}
    }

    /** A size and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // Short-lived and never compared.
    record Content(Rendition rendition, byte[] bytes) {}
}
