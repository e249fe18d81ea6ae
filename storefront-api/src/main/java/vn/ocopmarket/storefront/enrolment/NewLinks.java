package vn.ocopmarket.storefront.enrolment;

import vn.ocopmarket.storefront.RandomIds;

/** Makes what opens a one-time link; nobody guesses it, and nothing that is stored tells it. */
final class NewLinks {

    /** 260 random bits. */
    private static final int CHARACTERS = 52;

    private final RandomIds ids = new RandomIds();

    String token() {
        return ids.next(CHARACTERS);
    }
}
