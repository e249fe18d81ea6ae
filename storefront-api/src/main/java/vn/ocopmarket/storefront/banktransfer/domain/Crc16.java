package vn.ocopmarket.storefront.banktransfer.domain;

import java.nio.charset.StandardCharsets;

/** CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF, nothing reflected), as EMVCo asks for at the end of a QR code. */
final class Crc16 {

    private static final int POLYNOMIAL = 0x1021;
    private static final int START = 0xFFFF;
    private static final int HIGHEST_BIT = 0x8000;

    private Crc16() {}

    static int of(String text) {
        var crc = START;
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (octet & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & HIGHEST_BIT) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }
}
