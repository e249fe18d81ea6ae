package vn.ocopmarket.storefront.secondfactor;

/**
 * What the app on the telephone is to be told, by picture or by hand.
 *
 * @param text in Base32
 * @param address for the QR code
 */
public record SharedSecret(String text, String address) {

    @Override
    public String toString() {
        return "SharedSecret[…]";
    }
}
