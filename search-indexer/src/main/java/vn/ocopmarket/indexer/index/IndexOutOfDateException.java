package vn.ocopmarket.indexer.index;

/** There is no index yet that takes the documents of this version; one is being made. */
public final class IndexOutOfDateException extends RuntimeException {

    IndexOutOfDateException() {
        super("The index is being made; nothing is written until it is there");
    }
}
