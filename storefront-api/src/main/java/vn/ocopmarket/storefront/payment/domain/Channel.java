package vn.ocopmarket.storefront.payment.domain;

/** The way some money came, which is the way it goes back. */
public enum Channel {
    /** Through the card provider, who also gives it back. */
    CARD,
    /** On the market's bank account; people send it back. */
    TRANSFER,
    /** Into somebody's hand; people give it back. */
    CASH;

    /** Whether people have to give the money back. */
    public boolean isByHand() {
        return this != CARD;
    }
}
