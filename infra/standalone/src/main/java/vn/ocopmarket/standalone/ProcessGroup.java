package vn.ocopmarket.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps Ctrl-C, which a terminal sends to a whole process group, away from the parts: the launcher ends them in order. */
final class ProcessGroup {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private ProcessGroup() {}

    /** The command in a process group of its own, where the system has the tool for it. */
    static List<String> own(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        var own = new ArrayList<>(command);
        own.addFirst(SETSID.toString());
        return own;
    }
}
