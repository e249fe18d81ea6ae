package vn.ocopmarket.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path folder;

    @Test
    void belongsToOneMarketAtATime() throws Exception {
        try (var first = DataFolder.open(folder, false)) {
            assertThatThrownBy(() -> DataFolder.open(first.root(), false))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use by another market");
        }
        DataFolder.open(folder, false).close();
    }

    @Test
    void isEmptiedOnlyWhenAsked() throws Exception {
        Files.createDirectories(folder.resolve("mongo/deep"));
        DataFolder.open(folder, false).close();
        assertThat(folder.resolve("mongo/deep")).exists();

        DataFolder.open(folder, true).close();

        assertThat(folder.resolve("mongo")).doesNotExist();
    }

    @Test
    void doesNotEmptyASourceTree() throws Exception {
        Files.createDirectories(folder.resolve(".git"));

        assertThatThrownBy(() -> DataFolder.open(folder, true))
                .hasMessageContaining("does not look like a data folder");
    }

    @Test
    void keepsSecretsPrivateAndTheSameOverRestarts() throws Exception {
        try (var data = DataFolder.open(folder, false)) {
            var secret = new Secrets(data).get("links");

            assertThat(new Secrets(data).get("links")).isEqualTo(secret).hasSizeGreaterThan(40);
            assertThat(new Secrets(data).get("other")).isNotEqualTo(secret);
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void limitsTheSizeOfLogs() throws Exception {
        var log = new LogFile(folder.resolve("shop.log"));
        var line = "x".repeat(1 << 20);
        for (var i = 0; i < 25; i++) {
            log.append(line);
        }
        log.append("last");

        assertThat(Files.size(log.path()) + Files.size(folder.resolve("shop.log.1")))
                .isLessThan(21L << 20);
        assertThat(log.tail(1)).containsExactly("last");
    }
}
