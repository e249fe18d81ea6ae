package vn.ocopmarket.bench.races;

/** Something of several steps that a person does, and does again until it is answered. */
interface Deed {

    String name();

    /** How it must have ended, wherever the market died. */
    String expected();

    /** Everything that comes before it, and is not to be disturbed. */
    Attempt prepare(RacingMarket market);

    /** One time. */
    interface Attempt {

        /** Returns when the person has the answer. */
        void perform();

        /** Waits for what follows by itself, and compares. */
        void prove(Books books);
    }
}
