package vn.ocopmarket.contract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class VietnameseTextTests {

    @Test
    void foldsAccentsAndTheCrossedD() {
        assertThat(VietnameseText.fold("Đặc sản Nước mắm Phú Quốc")).isEqualTo("dac san nuoc mam phu quoc");
    }

    @Test
    void foldsDecomposedTextAlike() {
        var decomposed = Normalizer.normalize("Rượu Quách Cầu Kè", Normalizer.Form.NFD);
        assertThat(VietnameseText.fold(decomposed)).isEqualTo("ruou quach cau ke");
        assertThat(VietnameseText.canonical(decomposed)).isEqualTo("Rượu Quách Cầu Kè");
    }

    @Test
    void slugsForAddresses() {
        assertThat(VietnameseText.slug("  Nước mắm 40°N (chai 500 ml) ")).isEqualTo("nuoc-mam-40-n-chai-500-ml");
        assertThat(VietnameseText.slug("***")).isEmpty();
    }
}
