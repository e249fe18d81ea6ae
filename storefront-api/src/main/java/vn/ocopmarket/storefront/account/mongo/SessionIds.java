package vn.ocopmarket.storefront.account.mongo;

import org.springframework.session.SessionIdGenerator;
import vn.ocopmarket.storefront.RandomIds;

/** Session ids that cannot be guessed; the usual generator reads a file on the threads that answer requests. */
final class SessionIds implements SessionIdGenerator {

    /** 260 random bits. */
    private static final int CHARACTERS = 52;

    private final RandomIds ids = new RandomIds();

    @Override
    public String generate() {
        return ids.next(CHARACTERS);
    }
}
