package vn.ocopmarket.catalog.media.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.ocopmarket.catalog.StableIds;

/** Signs requests with AWS Signature Version 4, the digest of the body included, so that they arrive as they were sent. */
final class S3Signature {

    /** Digest of no bytes. */
    static final String NO_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String MAC = "HmacSHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private final String region;
    private final String accessKey;
    private final String secretKey;
    private final Clock clock;

    S3Signature(String region, String accessKey, String secretKey, Clock clock) {
        this.region = region;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.clock = clock;
    }

    /**
     * The headers to send a request with, those that were given among them.
     *
     * @param address encoded, its parameters by {@link #query}
     * @param digest SHA-256 of the body, in hexadecimal digits
     */
    SortedMap<String, String> headers(String method, URI address, String digest, Map<String, String> given) {
        var now = clock.instant();
        var headers = new TreeMap<>(given);
        headers.put("host", address.getPort() < 0 ? address.getHost() : address.getHost() + ':' + address.getPort());
        headers.put("x-amz-content-sha256", digest);
        headers.put("x-amz-date", TIME.format(now));
        var names = String.join(";", headers.keySet());
        var query = address.getRawQuery() == null ? "" : address.getRawQuery();
        var lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ':' + header.getValue() + '\n')
                .collect(Collectors.joining());
        var request = String.join("\n", method, address.getRawPath(), query, lines, names, digest);
        var scope = DAY.format(now) + '/' + region + "/s3/aws4_request";
        headers.put(
                "authorization",
                ALGORITHM + " Credential=" + accessKey + '/' + scope + ",SignedHeaders=" + names + ",Signature="
                        + signature(now, scope, request));
        return headers;
    }

    /** Parameters in the order and the spelling that are signed. */
    static String query(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> encoded(one.getKey()) + '=' + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private String signature(Instant now, String scope, String request) {
        var text = String.join(
                "\n",
                ALGORITHM,
                TIME.format(now),
                scope,
                HexFormat.of().formatHex(StableIds.sha256().digest(request.getBytes(UTF_8))));
        var key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (var part : new String[] {DAY.format(now), region, "s3", "aws4_request"}) {
            key = mac(key, part);
        }
        return HexFormat.of().formatHex(mac(key, text));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
