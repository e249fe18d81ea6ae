package vn.ocopmarket.embeddedmongo;

import java.nio.file.Path;

/** Another process holds the data folder. */
public final class FolderInUse extends IllegalStateException {

    FolderInUse(Path folder) {
        super("Another process uses the embedded database in " + folder
                + ". Stop it, choose another folder, or set MONGODB_URI to share one database.");
    }
}
