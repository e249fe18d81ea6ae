package vn.ocopmarket.standalone;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Secrets made at the first start and kept in the data folder, so that sessions, links and passwords outlive a restart. */
final class Secrets {

    private static final String FILE = "secrets.properties";

    private final DataFolder data;
    private final Properties kept = new Properties();
    private final SecureRandom random = new SecureRandom();

    Secrets(DataFolder data) {
        this.data = data;
        var file = data.root().resolve(FILE);
        try {
            if (Files.exists(file)) {
                kept.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret of that name; the same one on every call and after every restart. */
    synchronized String get(String name) {
        var known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        var made = random(32);
        keep(name, made);
        return made;
    }

    /** Like {@link #get(String)}, short enough for people to type. */
    synchronized String password(String name) {
        var known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        var made = random(9);
        keep(name, made);
        return made;
    }

    private void keep(String name, String secret) {
        kept.setProperty(name, secret);
        var lines = new TreeMap<>(kept)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n"));
        data.writePrivate(FILE, lines);
    }

    private String random(int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
