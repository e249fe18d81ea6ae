package vn.ocopmarket.storefront.returning.domain;

/**
 * What somebody is about to write down as received, so that whoever receives other goods of the same order meanwhile counts
 * it too.
 *
 * @param before how many parcels of the request had come
 */
public record Announced(String requestId, int before, Reception reception) {

    /** Whether it may still be written down as received; once the request went on, it is or never will be. */
    public boolean isAwaitedBy(BuyerRequest request) {
        return request.id().equals(requestId)
                && request.receptions().size() == before
                && request.allowed().contains(RequestState.RECEIVED);
    }
}
