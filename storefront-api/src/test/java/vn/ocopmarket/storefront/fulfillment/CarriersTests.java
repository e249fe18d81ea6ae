package vn.ocopmarket.storefront.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CarriersTests {

    private final Carriers carriers = Carriers.read();

    @Test
    void leadToWhereTheParcelIs() {
        assertThat(carriers.carriage("GHN", "G 1&2"))
                .hasValueSatisfying(
                        by -> assertThat(by.link()).isEqualTo("https://donhang.ghn.vn/?order_code=G+1%262"));
        assertThat(carriers.carriage("GHN", null)).hasValueSatisfying(by -> {
            assertThat(by.carrier()).isEqualTo("Giao Hàng Nhanh");
            assertThat(by.link()).isNull();
        });
        assertThat(carriers.carriage("OWN", "xe 3"))
                .hasValueSatisfying(by -> assertThat(by.link()).isNull());
        assertThat(carriers.carriage("nobody", null)).isEmpty();
    }
}
