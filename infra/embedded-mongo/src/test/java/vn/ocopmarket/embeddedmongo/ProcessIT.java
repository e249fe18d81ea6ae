package vn.ocopmarket.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.embeddedmongo.Driver.doc;
import static vn.ocopmarket.embeddedmongo.Driver.done;
import static vn.ocopmarket.embeddedmongo.Driver.one;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIT {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataToItselfAndEndsWhenItsInputCloses() throws Exception {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.inFolder(data)) {
            String uri = server.awaitUri();
            assertThat(uri).matches("mongodb://127\\.0\\.0\\.1:\\d+/\\?directConnection=true&retryWrites=false");
            try (Driver driver = Driver.of(uri)) {
                done(driver.collection("orders").insertOne(doc("_id", 1)));
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            try (ServerProcess second = ServerProcess.inFolder(data)) {
                assertThat(second.errors()).contains("Another process uses").contains("MONGODB_URI");
                assertThat(second.awaitExit()).isEqualTo(1);
            }
            server.closeInput();
            assertThat(server.awaitExit()).isZero();
            assertThat(server.restOfOutput()).as("nothing but the READY line").isEmpty();
        }
        try (ServerProcess again = ServerProcess.inFolder(data);
                Driver driver = Driver.of(again.awaitUri())) {
            assertThat(one(driver.collection("orders").countDocuments())).isEqualTo(1);
            again.terminate();
            assertThat(again.awaitExit()).isEqualTo(143);
        }
    }

    @Test
    void backsUpWhileItRuns() throws Exception {
        Path data = folder.resolve("data");
        Path restored = Files.createDirectory(folder.resolve("restored"));
        try (ServerProcess server = ServerProcess.inFolder(data);
                Driver driver = Driver.of(server.awaitUri())) {
            done(driver.collection("orders").createIndex(doc("number", 1)));
            for (int i = 0; i < 20; i++) {
                done(driver.collection("orders").insertOne(doc("_id", i, "number", i)));
            }
            done(driver.collection("orders").deleteMany(doc("number", doc("$lt", 5))));
            String target = restored.resolve("data.1.journal").toString();
            try (ServerProcess backup = ServerProcess.start("--data", data.toString(), "--backup", target)) {
                assertThat(backup.awaitExit()).as(backup.errors()).isZero();
            }
        }
        try (ServerProcess copy = ServerProcess.inFolder(restored);
                Driver driver = Driver.of(copy.awaitUri())) {
            assertThat(one(driver.collection("orders").countDocuments())).isEqualTo(15);
            assertThat(Driver.all(driver.collection("orders").listIndexes())).hasSize(2);
        }
    }

    @Test
    void explainsWrongArguments() throws Exception {
        try (ServerProcess server = ServerProcess.start("--dta", "x")) {
            assertThat(server.errors()).contains("unknown argument --dta").contains("usage:");
            assertThat(server.awaitExit()).isEqualTo(2);
        }
    }
}
