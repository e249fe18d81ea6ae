package vn.ocopmarket.storefront.secret;

import java.util.Base64;
import java.util.List;

/** Seals with a key that every test has. */
public final class SealedForTests {

    private static final SealingSecrets SEALING =
            new SealingSecrets(List.of(Base64.getEncoder().encodeToString(new byte[32])), new RandomBytes());

    private SealedForTests() {}

    public static SealingSecrets sealing() {
        return SEALING;
    }

    public static String seal(byte[] secret, String owner) {
        return SEALING.seal(secret, owner);
    }
}
