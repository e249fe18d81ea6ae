package vn.ocopmarket.storefront.trace.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTests {

    private static final String LINK = "https://ocop.example.vn/01/08934602001078/10/L26-0412";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                LINK,
                "https://ocop.example.vn/t/0123456789abcd",
                "https://ocop.example.vn/01/08934602001078/10/L%2F2%26%25%3B/21/ABCDEFGHIJKLMNOPQRST"
            })
    void aCameraReadsThePicture(String address) throws Exception {
        var code = QrCode.of(address);

        for (var pixels : List.of(3, 8)) {
            var image = ImageIO.read(new ByteArrayInputStream(code.png(pixels)));
            assertThat(image.getWidth()).isEqualTo(code.size() * pixels);
            assertThat(read(image).getText()).isEqualTo(address);
        }
        assertThat(read(drawn(code.svg(), code.size())).getText()).isEqualTo(address);
        assertThat(read(drawn(code.svg(), code.size())).getResultMetadata())
                .containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
    }

    @Test
    void thereIsWhiteOnEverySide() {
        var code = QrCode.of(LINK);
        for (var run : code.runs()) {
            assertThat(run.x()).isGreaterThanOrEqualTo(QrCode.QUIET_ZONE);
            assertThat(run.y()).isBetween(QrCode.QUIET_ZONE, code.size() - QrCode.QUIET_ZONE - 1);
            assertThat(run.x() + run.length()).isLessThanOrEqualTo(code.size() - QrCode.QUIET_ZONE);
        }
    }

    @Test
    void aSheetHasReadableCodesAndVietnameseWords() throws Exception {
        var label = new Label(
                LINK,
                "Nước mắm Đệ Nhị nguyên chất ủ chượp thùng gỗ bời lời Phú Quốc 🐟 hạng nhất",
                List.of("Chai thủy tinh 500 ml", "HTX Nông nghiệp Đường Hoa", "(10) L26-0412", "HSD 30/06/2027"));
        var pdf = LabelSheet.of(label, 30);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Nước mắm", "HTX Nông nghiệp", "(10) L26-0412", "HSD 30/06/2027");
            var page = new PDFRenderer(document).renderImageWithDPI(1, 200);
            var found = new QRCodeMultiReader().decodeMultiple(bitmap(page), Map.of(DecodeHintType.TRY_HARDER, true));
            assertThat(found).hasSize(6);
            assertThat(Arrays.stream(found).map(Result::getText)).containsOnly(LINK);
        }
        assertThat(pdf.length).as("only the signs in use are embedded").isLessThan(150_000);
    }

    private static Result read(BufferedImage image) throws Exception {
        return new QRCodeReader().decode(bitmap(image), Map.of(DecodeHintType.TRY_HARDER, true));
    }

    private static BinaryBitmap bitmap(BufferedImage image) throws IOException {
        var width = image.getWidth();
        var pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels)));
    }

    /** What a browser would draw of the one path. */
    private static BufferedImage drawn(String svg, int size) {
        var scale = 4;
        var image = new BufferedImage(size * scale, size * scale, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        RUN.matcher(svg)
                .results()
                .forEach(run -> graphics.fillRect(
                        Integer.parseInt(run.group(1)) * scale,
                        Integer.parseInt(run.group(2)) * scale,
                        Integer.parseInt(run.group(3)) * scale,
                        scale));
        graphics.dispose();
        return image;
    }
}
