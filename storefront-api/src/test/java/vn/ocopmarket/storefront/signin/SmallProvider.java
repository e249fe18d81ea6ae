package vn.ocopmarket.storefront.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect provider over HTTP that is strict about codes, clients and PKCE, and says of people what a test wants. */
final class SmallProvider implements AutoCloseable {

    static final String CLIENT = "cho";
    static final String CLIENT_SECRET = "cho-secret";

    private final HttpServer server;
    private final RSAKey key = newKey("provider");
    private final RSAKey otherKey = newKey("provider");
    private final Map<String, Map<String, String>> begun = new ConcurrentHashMap<>();
    private volatile UnaryOperator<JWTClaimsSet.Builder> person = claims -> claims;
    private volatile boolean away;
    private volatile boolean forging;

    SmallProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What its tokens say from now on, over what is right. */
    void vouches(UnaryOperator<JWTClaimsSet.Builder> whom) {
        person = whom;
        away = false;
        forging = false;
    }

    void goAway() {
        away = true;
    }

    /** Signs with a key that it does not publish. */
    void forge() {
        forging = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String metadata() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var query = parameters(exchange.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        begun.put(code, query);
        var back = "%s?code=%s&state=%s"
                .formatted(query.get("redirect_uri"), code, URLEncoder.encode(query.getOrDefault("state", ""), UTF_8));
        exchange.getResponseHeaders().set("Location", back);
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var request = begun.remove(form.getOrDefault("code", ""));
        var basic = Base64.getEncoder().encodeToString((CLIENT + ":" + CLIENT_SECRET).getBytes(UTF_8));
        var knowsUs = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!knowsUs || request == null || !isProof(form.get("code_verifier"), request.get("code_challenge"))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(exchange, 200, """
                {"access_token":"%s","token_type":"Bearer","expires_in":60,"id_token":"%s"}
                """.formatted(UUID.randomUUID(), idToken(request)));
    }

    private String idToken(Map<String, String> request) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("somebody")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", request.get("nonce"));
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, person.apply(claims).build());
        try {
            token.sign(new RSASSASigner(forging ? otherKey : key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private void answer(HttpExchange exchange, int status, String json) throws IOException {
        if (away) {
            exchange.close();
            return;
        }
        var bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static boolean isProof(@Nullable String verifier, @Nullable String challenge) {
        if (verifier == null || challenge == null) {
            return false;
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(challenge);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> parameters(URI address) {
        return parameters(address.getRawQuery());
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8), pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
