package vn.ocopmarket.journeys;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Reads QR codes from pictures, as a telephone does. */
final class QrCodes {

    private QrCodes() {}

    /**
     * What the code in a picture says.
     *
     * @throws IllegalArgumentException when there is none that can be read
     */
    static String read(byte[] png) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(png));
            var width = picture.getWidth();
            var height = picture.getHeight();
            var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
            return new QRCodeReader().decode(bitmap).getText();
        } catch (ReaderException e) {
            throw new IllegalArgumentException("No code that can be read in " + png.length + " bytes", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
