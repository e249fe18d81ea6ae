package vn.ocopmarket.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

    @Test
    void hasDefaultsForEverything() {
        assertThat(Options.parse()).isEqualTo(new Options(8080, Path.of("data"), false, true, false));
    }

    @Test
    void readsEveryOption() {
        var options =
                Options.parse("--detach", "--port-base", "9100", "--fresh", "--data", "/srv/m", "--no-sample-data");

        assertThat(options).isEqualTo(new Options(9100, Path.of("/srv/m"), true, false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "65534", "eighty", ""})
    void refusesAPortBaseThatLeavesNoRoom(String portBase) {
        assertThatThrownBy(() -> Options.parse("--port-base", portBase))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--port-base must be a number");
    }

    @Test
    void namesAnUnknownOptionAndAMissingValue() {
        assertThatThrownBy(() -> Options.parse("--frehs")).hasMessageContaining("unknown option --frehs");
        assertThatThrownBy(() -> Options.parse("--data")).hasMessageContaining("--data needs a value");
    }
}
