package vn.ocopmarket.catalog.media.imaging;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.filters.Pipeline;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import vn.ocopmarket.catalog.media.domain.FileSignature;

/** How the camera was held: cameras write it beside the pixels and leave the turning to who shows them. */
final class Orientations {

    private static final int UPRIGHT = 1;
    private static final int LAST = 8;

    private Orientations() {}

    /** What turns the picture upright; unreadable notes are no reason to refuse a picture. */
    static ImageFilter of(Path file, FileSignature format) throws IOException {
        if (format != FileSignature.JPEG) {
            return new Pipeline();
        }
        try (var stream = Files.newInputStream(file)) {
            var turned = JpegMetadataReader.readMetadata(stream, List.of(new ExifReader()))
                    .getDirectoriesOfType(ExifIFD0Directory.class)
                    .stream()
                    .map(notes -> notes.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                    .filter(Objects::nonNull)
                    .filter(value -> value > UPRIGHT && value <= LAST)
                    .findFirst();
            return turned.map(value -> ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(value)))
                    .orElseGet(Pipeline::new);
        } catch (JpegProcessingException _) {
            return new Pipeline();
        }
    }
}
