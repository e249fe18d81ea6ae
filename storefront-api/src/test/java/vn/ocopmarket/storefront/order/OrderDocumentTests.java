package vn.ocopmarket.storefront.order;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.testing.GeneratedSection;

/** The drawings of {@code docs/orders.md} are those of the tables. */
class OrderDocumentTests {

    private static final String WRITE = "orders.write";

    @Test
    void drawsTheOrder() throws IOException {
        mustBe("order", drawing(OrderState.values(), OrderState::allowed));
    }

    @Test
    void drawsItsMoney() throws IOException {
        mustBe("payment", drawing(PaymentState.values(), PaymentState::allowed));
    }

    @Test
    void drawsItsGoods() throws IOException {
        mustBe("fulfillment", drawing(FulfillmentState.values(), FulfillmentState::allowed));
    }

    @Test
    void drawsAParcel() throws IOException {
        mustBe("shipment", drawing(ShipmentState.values(), ShipmentState::allowed));
    }

    private static void mustBe(String name, String drawing) throws IOException {
        new GeneratedSection("orders.md", name).mustBe(drawing, WRITE);
    }

    private static <S extends Enum<S>> String drawing(S[] states, Function<S, Collection<S>> allowed) {
        var moves = Arrays.stream(states)
                .flatMap(from -> allowed.apply(from).isEmpty()
                        ? Stream.of("    " + from + " --> [*]")
                        : allowed.apply(from).stream().sorted().map(to -> "    " + from + " --> " + to));
        return moves.collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```\n"));
    }
}
