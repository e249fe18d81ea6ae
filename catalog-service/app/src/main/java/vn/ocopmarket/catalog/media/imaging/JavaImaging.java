package vn.ocopmarket.catalog.media.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.springframework.stereotype.Component;
import vn.ocopmarket.catalog.media.Imaging;
import vn.ocopmarket.catalog.media.Picture.PictureFormat;
import vn.ocopmarket.catalog.media.Picture.Rendition;
import vn.ocopmarket.catalog.media.domain.FileSignature;
import vn.ocopmarket.catalog.media.domain.PictureLimits;

@Component
class JavaImaging implements Imaging {

    private static final float QUALITY = 0.8f;

    @Override
    public Reading read(Path file, FileSignature format) throws IOException {
        return switch (PictureFile.decode(file, format)) {
            case PictureFile.Decoded(var image, var width, var height) ->
                new Reading.Prepared(width, height, contents(image));
            case PictureFile.Unusable(var problem) -> new Reading.Refused(problem);
        };
    }

    private static List<Content> contents(BufferedImage image) throws IOException {
        var contents = new ArrayList<Content>();
        for (var width : PictureLimits.widths(image.getWidth()).toArray()) {
            var height = Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
            var small = Thumbnails.of(image).forceSize(width, height).asBufferedImage();
            for (var format : PictureFormat.values()) {
                var bytes = encoded(small, format);
                contents.add(new Content(new Rendition(width, height, format, bytes.length), bytes));
            }
        }
        return contents;
    }

    private static byte[] encoded(BufferedImage image, PictureFormat format) throws IOException {
        var writer = ImageIO.getImageWritersByMIMEType(format.mediaType()).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), settings(writer));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam settings(ImageWriter writer) {
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        // Both formats name the kind that loses what nobody sees first.
        settings.setCompressionType(settings.getCompressionTypes()[0]);
        settings.setCompressionQuality(QUALITY);
        return settings;
    }
}
