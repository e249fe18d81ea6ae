package vn.ocopmarket.catalog.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures as cameras make them, and as people make them who mean harm. */
final class SamplePictures {

    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private SamplePictures() {}

    /** Red above, blue below. */
    static byte[] photo(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width, height - height / 2);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("Nothing writes " + format);
        }
        return bytes.toByteArray();
    }

    /** With the camera's notes: held so (1 to 8), and a place in clear text. */
    static byte[] fromCamera(int orientation, int width, int height) throws IOException {
        var jpeg = photo("jpg", width, height);
        var notes = exif(orientation);
        return ByteBuffer.allocate(jpeg.length + notes.length)
                .put(jpeg, 0, 2)
                .put(notes)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] exif(int orientation) {
        var place = "GPS 9.8765N 105.4321E".getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + place.length);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x010e).putShort((short) 2).putInt(place.length).putInt(8 + 2 + 2 * 12 + 4);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(place);
        return ByteBuffer.allocate(4 + 6 + tiff.capacity())
                .putShort((short) 0xffe1)
                .putShort((short) (2 + 6 + tiff.capacity()))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff.array())
                .array();
    }

    /** So large by its head; its pixels are one row of nothing. */
    static byte[] pngClaiming(int width, int height, byte[]... moreChunks) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(PNG_HEAD);
        bytes.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array()));
        for (var more : moreChunks) {
            bytes.writeBytes(more);
        }
        bytes.writeBytes(chunk("IDAT", deflatedZeros(1 + 3 * Math.clamp(width, 0, 1000))));
        bytes.writeBytes(chunk("IEND", new byte[0]));
        return bytes.toByteArray();
    }

    /** Notes that unpack to that many bytes. */
    static byte[] packedNotes(String type, int length) {
        var name = (type.equals("iTXt") ? "note\0\1\0\0\0" : "note\0\0").getBytes(StandardCharsets.ISO_8859_1);
        var packed = deflatedZeros(length);
        return chunk(
                type,
                ByteBuffer.allocate(name.length + packed.length)
                        .put(name)
                        .put(packed)
                        .array());
    }

    static byte[] chunk(String type, byte[] content) {
        var named = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(content.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflatedZeros(int length) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[1 << 16];
            for (var left = length; left > 0; left -= buffer.length) {
                deflater.setInput(new byte[Math.min(left, buffer.length)]);
                while (!deflater.needsInput()) {
                    packed.write(buffer, 0, deflater.deflate(buffer));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
