package vn.ocopmarket.storefront.payment;

import java.util.Optional;

/** Tells the provider's events from forged ones. */
public interface EventSignatures {

    /** Empty when it is not the provider who signed exactly these bytes a moment ago. */
    Optional<ProviderEvent> verify(byte[] raw, String signature);
}
