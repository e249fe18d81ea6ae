package vn.ocopmarket.storefront.fulfillment.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A number that scanners read, as a picture inside a page. */
final class Barcode {

    private static final int HEIGHT = 60;
    private static final int BLACK = 0;
    private static final int WHITE = 0xFFFFFF;

    private Barcode() {}

    static String of(String number) throws IOException {
        var matrix = new Code128Writer().encode(number, BarcodeFormat.CODE_128, 0, HEIGHT);
        var bytes = new ByteArrayOutputStream();
        var _ = ImageIO.write(picture(matrix), "png", bytes);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static BufferedImage picture(BitMatrix matrix) {
        var picture = new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < matrix.getWidth(); x++) {
            for (int y = 0; y < matrix.getHeight(); y++) {
                picture.setRGB(x, y, matrix.get(x, y) ? BLACK : WHITE);
            }
        }
        return picture;
    }
}
