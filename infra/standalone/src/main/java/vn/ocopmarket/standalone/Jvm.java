package vn.ocopmarket.standalone;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** JVM flags for many small processes on one machine, as measured: memory first, and compiled code where buyers wait. */
final class Jvm {

    /** Fewer malloc arenas: less memory that is kept and not used. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private static final List<String> ALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8");

    private static final List<String> SPRING = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dspring.main.banner-mode=off",
            "-Dio.netty.leakDetection.level=disabled");

    static final List<String> STOREFRONT = flags(SPRING, "-Xms32m", "-Xmx256m");
    static final List<String> CATALOG = flags(SPRING, "-Xms24m", "-Xmx192m");
    static final List<String> INDEXER = flags(SPRING, "-Xms24m", "-Xmx192m", "-XX:TieredStopAtLevel=1");
    static final List<String> SMALL = flags(List.of(), "-Xms8m", "-Xmx48m", "-XX:TieredStopAtLevel=1");
    /** It keeps all payments it ever saw in its heap. */
    static final List<String> STRIPE = flags(List.of(), "-Xms8m", "-Xmx256m", "-XX:TieredStopAtLevel=1");

    static final List<String> MONGO = flags(List.of("--enable-native-access=ALL-UNNAMED"), "-Xms32m", "-Xmx384m");
    static final List<String> ELASTICSEARCH = List.of("-XX:+UseCompactObjectHeaders");
    static final List<String> TOOL = flags(List.of(), "-Xmx96m", "-XX:TieredStopAtLevel=1");

    private Jvm() {}

    /**
     * The collector never enlarges what a process began with for young objects until the old ones fill the heap; what
     * fits eight megabytes is far too small for a store of gigabytes.
     */
    static List<String> large(String heap) {
        return List.of("-Xms" + heap, "-Xmx" + heap, "-XX:NewRatio=7");
    }

    private static List<String> flags(List<String> more, String... own) {
        return Stream.of(ALL.stream(), more.stream(), Stream.of(own))
                .flatMap(flags -> flags)
                .toList();
    }
}
