package vn.ocopmarket.standalone;

import java.nio.file.Path;

/** The JDK that runs this launcher, and with it everything else. */
final class JavaHome {

    private JavaHome() {}

    static String java() {
        return tool("java");
    }

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
