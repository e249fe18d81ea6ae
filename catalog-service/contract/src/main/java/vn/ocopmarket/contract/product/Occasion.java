package vn.ocopmarket.contract.product;

import java.time.LocalDate;

/**
 * What {@link Eligibility} is asked for.
 *
 * @param day in Asia/Ho_Chi_Minh
 */
public record Occasion(Use use, LocalDate day, Channel channel, Buyer buyer) {

    /** What is to be done with a variant. */
    public enum Use {
        STARS,
        LISTED,
        SOLD
    }

    /** What is known of who buys. */
    public enum Buyer {
        UNKNOWN,
        ADULT,
        UNDER_AGE
    }

    public static Occasion sale(LocalDate day, Channel channel) {
        return new Occasion(Use.SOLD, day, channel, Buyer.UNKNOWN);
    }

    public static Occasion stars(LocalDate day) {
        return new Occasion(Use.STARS, day, Channel.ONLINE, Buyer.UNKNOWN);
    }

    public static Occasion listing(LocalDate day, Channel channel) {
        return new Occasion(Use.LISTED, day, channel, Buyer.UNKNOWN);
    }
}
