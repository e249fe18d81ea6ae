package vn.ocopmarket.storefront.pages.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;

/**
 * Our own static files and htmx, kept in memory and packed once. Their addresses carry a fingerprint of the content, so that
 * browsers may keep them for a year.
 */
@Component("assets")
class Assets {

    private final Map<String, Asset> files = new TreeMap<>();

    Assets() throws IOException {
        read("classpath:/static/assets/*.*");
        read("classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");
    }

    /** Where a file of {@code static/assets} is found; templates call it as {@code assets.address('pos.css')}. */
    public String address(String name) {
        var asset = files.get(name);
        return asset == null ? "/assets/" + name : "/assets/" + name + "?v=" + asset.fingerprint();
    }

    @Nullable
    Asset named(String name) {
        return files.get(name);
    }

    private void read(String pattern) throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            var name = file.getFilename();
            if (name != null) {
                var type = MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
                var bytes = file.getContentAsByteArray();
                var _ = files.put(name, new Asset(type, bytes, packed(bytes), fingerprint(bytes)));
            }
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file as it is sent. */
    record Asset(MediaType type, byte[] bytes, byte[] packed, String fingerprint) {}
}
