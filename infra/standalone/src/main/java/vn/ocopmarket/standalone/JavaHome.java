package vn.ocopmarket.standalone;

import java.nio.file.Path;

/** The JDK that runs this launcher, and with it everything else. */
final class JavaHome {

    private JavaHome() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
