package vn.ocopmarket.elasticsearch.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeArgumentsTests {

    @Test
    void takesAFreePortUnlessToldOtherwise() {
        var arguments = NodeArguments.parse("--data", "market/search");

        assertThat(arguments.port()).isZero();
        assertThat(arguments.data()).isEqualTo(Path.of("market/search"));
    }

    @Test
    void readsEveryArgument() {
        assertThat(NodeArguments.parse("--port", "9200", "--home", "dist", "--data", "d"))
                .isEqualTo(new NodeArguments(Path.of("d"), 9200, Path.of("dist")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--data", "--data d --port", "--data d --port 65536", "--data d --port x", "--host h"})
    void refusesWhatItDoesNotUnderstand(String line) {
        var arguments = line.isEmpty() ? new String[0] : line.split(" ");

        assertThatIllegalArgumentException().isThrownBy(() -> NodeArguments.parse(arguments));
    }
}
