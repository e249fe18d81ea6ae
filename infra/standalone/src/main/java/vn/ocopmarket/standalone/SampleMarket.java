package vn.ocopmarket.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import vn.ocopmarket.standalone.sample.LoadSampleData;

/** Loads the sample market at the first start: a short-lived process that uses the public APIs as an officer would. */
final class SampleMarket {

    private static final String DONE = "sample-data.loaded";

    private final DataFolder data;
    private final Addresses at;
    private final Console console;

    SampleMarket(DataFolder data, Addresses at, Console console) {
        this.data = data;
        this.at = at;
        this.console = console;
    }

    /** What was not finished before is finished now; every step may be repeated. */
    void loadOnce() throws InterruptedException {
        if (Files.exists(data.root().resolve(DONE))) {
            return;
        }
        try {
            var loader = new ProcessBuilder(command()).redirectErrorStream(true).start();
            try (var lines = loader.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(line -> console.say("  " + line));
            }
            if (loader.waitFor() == 0) {
                data.writePrivate(DONE, "");
            } else {
                console.say("  The sample data is not complete; the next start goes on with it.");
            }
        } catch (IOException e) {
            console.say("  The sample data cannot be loaded: " + e);
        }
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(JavaHome.java());
        command.addAll(Jvm.TOOL);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LoadSampleData.class.getName()));
        command.add(Addresses.http(at.storefront()));
        command.add(Addresses.http(at.catalog()));
        command.add(data.root().resolve("accounts.json").toString());
        return command;
    }
}
