package vn.ocopmarket.catalog.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The examples that Amazon publishes with the description of how S3 requests are signed. */
class S3SignatureTests {

    private final S3Signature signature = new S3Signature(
            "us-east-1",
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void signsReadingAPart() {
        assertThat(signed("GET", "/test.txt", S3Signature.NO_BODY, Map.of("range", "bytes=0-9")))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void signsWhatIsStored() {
        assertThat(signed(
                        "PUT",
                        "/test%24file.text",
                        "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
                        Map.of("date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY")))
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void signsLists() {
        var query = S3Signature.query(new TreeMap<>(Map.of("prefix", "J", "max-keys", "2")));
        assertThat(query).isEqualTo("max-keys=2&prefix=J");
        assertThat(signed("GET", "/?" + query, S3Signature.NO_BODY, Map.of()))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void spellsParametersAsTheyAreSigned() {
        assertThat(S3Signature.query(new TreeMap<>(Map.of("a", "1/2 =+~*", "b", ""))))
                .isEqualTo("a=1%2F2%20%3D%2B~%2A&b=");
    }

    @Test
    void namesThePortOfItsHost() {
        assertThat(signature
                        .headers("GET", URI.create("http://127.0.0.1:9000/b/k"), S3Signature.NO_BODY, Map.of())
                        .get("host"))
                .isEqualTo("127.0.0.1:9000");
    }

    private String signed(String method, String path, String digest, Map<String, String> headers) {
        var address = URI.create("https://examplebucket.s3.amazonaws.com" + path);
        return String.valueOf(
                signature.headers(method, address, digest, headers).get("authorization"));
    }
}
