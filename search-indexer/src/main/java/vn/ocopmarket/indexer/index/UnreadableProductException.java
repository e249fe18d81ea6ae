package vn.ocopmarket.indexer.index;

/** The catalogue answered with something that is no product; asking again will not help. */
public final class UnreadableProductException extends RuntimeException {

    public UnreadableProductException(Throwable cause) {
        super(cause);
    }
}
