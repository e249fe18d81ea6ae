package vn.ocopmarket.catalog.media.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where originals are kept, and as whom.
 *
 * @param endpoint address of the storage; the bucket becomes the first part of the path
 * @param timeout of one try of one request
 */
@ConfigurationProperties("ocop.media.s3")
record S3Settings(
        String endpoint,
        @DefaultValue("us-east-1") String region,
        String bucket,
        String accessKey,
        String secretKey,
        @DefaultValue("30s") Duration timeout) {

    S3Settings {
        require(endpoint.startsWith("http"), "S3_ENDPOINT must be an address such as https://s3.example.vn");
        require(!bucket.isBlank(), "S3_BUCKET is missing");
        require(!accessKey.isBlank() && !secretKey.isBlank(), "S3_ACCESS_KEY and S3_SECRET_KEY are missing");
    }

    private static void require(boolean good, String message) {
        if (!good) {
            throw new IllegalArgumentException(message);
        }
    }

    @Override
    public String toString() {
        return "S3Settings[" + endpoint + ", " + region + ", " + bucket + ']';
    }
}
