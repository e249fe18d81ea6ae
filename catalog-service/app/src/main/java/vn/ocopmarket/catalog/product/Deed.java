package vn.ocopmarket.catalog.product;

import java.time.Instant;

/**
 * An entry of a product's history.
 *
 * @param who subject of the caller's token
 * @param what a code, such as {@code CERTIFICATE_WITHDRAWN}
 * @param of what it was done to, such as a certificate's number
 * @param why in the words of the one who did it
 */
public record Deed(Instant at, String who, String what, String of, String why) {}
