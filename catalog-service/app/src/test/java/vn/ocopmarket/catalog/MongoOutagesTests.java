package vn.ocopmarket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketWriteException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MongoOutagesTests {

    private final MongoOutages outages = new MongoOutages();

    @Test
    void knowsAServerThatIsAway() {
        assertThat(outages.isOutage(
                        new MongoSocketWriteException("gone", new ServerAddress(), new IOException("closed"))))
                .isTrue();
        assertThat(outages.isOutage(new MongoTimeoutException("nobody there"))).isTrue();
    }

    @Test
    void doesNotExcuseAFault() {
        assertThat(outages.isOutage(new IllegalStateException("ours"))).isFalse();
    }
}
