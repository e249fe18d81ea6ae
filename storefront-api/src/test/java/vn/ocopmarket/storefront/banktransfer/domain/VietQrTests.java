package vn.ocopmarket.storefront.banktransfer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.contract.money.Money;

class VietQrTests {

    /** The check value of CRC-16/IBM-3740, also called CCITT-FALSE, in Greg Cook's catalogue of CRC algorithms (reveng). */
    @Test
    void hasThePublishedCheckValue() {
        assertThat(Crc16.of("123456789")).isEqualTo(0x29B1);
        assertThat(Crc16.of("")).isEqualTo(0xFFFF);
    }

    /** The whole code of a transfer to an account in the NAPAS specification of QR codes; its last four are the CRC. */
    @Test
    void endsAsThePublishedCodeEnds() {
        var code = "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA5303704"
                + "54061800005802VN62340107NPS68690819thanh toan don hang63042E2E";
        var end = code.length() - 4;

        assertThat("%04X".formatted(Crc16.of(code.substring(0, end)))).isEqualTo(code.substring(end));
    }

    /** The published code of the specification without its bill number, which a transfer to an account need not have. */
    @Test
    void saysAccountAmountAndText() {
        var payload = VietQr.payload("970403", "0011012345678", Money.dong(180_000), "thanh toan don hang");

        assertThat(payload)
                .startsWith("00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
                        + "530370454061800005802VN62230819thanh toan don hang6304");
        var end = payload.length() - 4;
        assertThat("%04X".formatted(Crc16.of(payload.substring(0, end)))).isEqualTo(payload.substring(end));
    }

    @ParameterizedTest
    @CsvSource({
        "OM7K2M9QX3A01,OM7K2M9QX3A",
        "MBVCB.3278907687.075093.OM7K2M9QX3A01.CT tu 0011 NGUYEN VAN A toi 999,OM7K2M9QX3A",
        "om7k2m9qx3a01 thanh toan,OM7K2M9QX3A",
        "om7k2 m9qx3a 01,OM7K2M9QX3A",
        "0M7K2M9QX3A01,OM7K2M9QX3A",
        "OMOK2M9QXLA01,OM0K2M9QX1A",
        "IBFT OM7K2M9Q-X3A01,OM7K2M9QX3A"
    })
    void findsTheOrderInWhatBanksMakeOfTheText(String text, String number) {
        assertThat(TransferText.orderNumbers(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chuyen tien", "OM7K2M9QX3", "tien com trua"})
    void findsNothingWhereNothingIs(String text) {
        assertThat(TransferText.orderNumbers(text)).isEmpty();
    }
}
