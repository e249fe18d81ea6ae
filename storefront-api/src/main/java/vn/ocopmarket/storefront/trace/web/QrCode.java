package vn.ocopmarket.storefront.trace.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A QR code with the quiet zone that its standard wants; level M is read with a seventh of it gone. */
record QrCode(BitMatrix modules) {

    /** ISO/IEC 18004: four modules of white on every side. */
    static final int QUIET_ZONE = 4;

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
    private static final int WHITE = 0xffffff;

    static QrCode of(String content) {
        try {
            return new QrCode(new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, HINTS));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + content, e);
        }
    }

    int size() {
        return modules.getWidth();
    }

    /** One path, sharp at any size. */
    String svg() {
        var path = new StringBuilder();
        runs().forEach(run -> path.append("M%d %dh%dv1h-%dz".formatted(run.x(), run.y(), run.length(), run.length())));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>""".formatted(size(), size(), size(), size(), path);
    }

    byte[] png(int pixels) throws IOException {
        var image = new BufferedImage(size() * pixels, size() * pixels, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, modules.get(x / pixels, y / pixels) ? 0 : WHITE);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            var _ = ImageIO.write(image, "png", stream);
        }
        return bytes.toByteArray();
    }

    /** Each row's stretches of dark modules. */
    List<Run> runs() {
        var runs = new ArrayList<Run>();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                var from = x;
                while (x < size() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    runs.add(new Run(from, y, x - from));
                }
            }
        }
        return runs;
    }

    /** A stretch of dark modules in a row. */
    record Run(int x, int y, int length) {}
}
