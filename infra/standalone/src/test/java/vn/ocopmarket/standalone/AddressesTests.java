package vn.ocopmarket.standalone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTests {

    @Test
    void saysWhichPortIsTakenAndWhatToDo() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = taken.getLocalPort();

            assertThatThrownBy(() -> Addresses.requireFree(List.of(port)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("port " + port + " is taken")
                    .hasMessageContaining("--port-base");
        }
    }
}
