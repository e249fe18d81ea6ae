package vn.ocopmarket.catalog.media.imaging;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import net.coobird.thumbnailator.filters.ImageFilter;
import vn.ocopmarket.catalog.media.domain.FileSignature;
import vn.ocopmarket.catalog.media.domain.PictureLimits;
import vn.ocopmarket.catalog.media.domain.PictureProblem;

/** Reads a picture's pixels out of a file that may mean harm: size first, then no more of it than is needed. */
final class PictureFile {

    /** Not the one that reads with the native library: what strangers send is read in Java alone. */
    private static final String NATIVE_READERS = "com.luciad.";

    private PictureFile() {}

    /** What the file turned out to be. */
    sealed interface Result {}

    /**
     * @param image upright, opaque, in the web's colours, perhaps smaller than the picture
     * @param width of the picture itself, upright
     * @param height of the picture itself, upright
     */
    record Decoded(BufferedImage image, int width, int height) implements Result {}

    record Unusable(PictureProblem problem) implements Result {}

    static Result decode(Path file, FileSignature format) throws IOException {
        var reader = readerOf(format);
        try (var input = new FileImageInputStream(file.toFile())) {
            // Without what is written beside the pixels: packed notes of a PNG can unpack to gigabytes.
            reader.setInput(input, true, true);
            var problem = PictureLimits.problem(format, reader.getWidth(0), reader.getHeight(0));
            return problem.isPresent() ? new Unusable(problem.get()) : decode(reader, Orientations.of(file, format));
        } catch (IOException | RuntimeException _) {
            // The file itself has been read before: what fails here is its content, and decoders fail in every way.
            return new Unusable(PictureProblem.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    private static Result decode(ImageReader reader, ImageFilter upright) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        var settings = reader.getDefaultReadParam();
        var step = PictureLimits.step(width, height);
        settings.setSourceSubsampling(step, step, 0, 0);
        var image = upright.apply(onWhite(reader.read(0, settings)));
        var turned = image.getWidth() > image.getHeight() != width > height && width != height;
        return new Decoded(image, turned ? height : width, turned ? width : height);
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var canvas = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = canvas.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    private static ImageReader readerOf(FileSignature format) {
        Iterable<ImageReader> readers = () -> ImageIO.getImageReadersByFormatName(format.name());
        return StreamSupport.stream(readers.spliterator(), false)
                .filter(reader -> !reader.getClass().getName().startsWith(NATIVE_READERS))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing reads " + format));
    }
}
