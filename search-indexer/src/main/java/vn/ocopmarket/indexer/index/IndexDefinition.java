package vn.ocopmarket.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.ocopmarket.contract.search.ProductDocument;
import vn.ocopmarket.indexer.projection.ProjectingProducts;

/**
 * Settings and mapping of the index.
 *
 * @param json as Elasticsearch takes it
 * @param fingerprint changes with the definition and with what is projected into it
 */
public record IndexDefinition(String json, String fingerprint) {

    private static final String RESOURCE = "products-index.json";

    /** The one in the contract. */
    static IndexDefinition published() {
        try (var resource = ProductDocument.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The contract has no " + RESOURCE);
            }
            var json = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new IndexDefinition(json, fingerprint(json + ProjectingProducts.VERSION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
