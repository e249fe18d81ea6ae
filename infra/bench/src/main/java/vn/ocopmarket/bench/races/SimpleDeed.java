package vn.ocopmarket.bench.races;

import java.util.function.Consumer;
import java.util.function.Function;

/** A deed that is told in a few lines. */
record SimpleDeed(String name, String expected, Function<RacingMarket, Attempt> preparing) implements Deed {

    @Override
    public Attempt prepare(RacingMarket market) {
        return preparing.apply(market);
    }

    /** One time. */
    record Try(Runnable performing, Consumer<Books> proving) implements Attempt {

        @Override
        public void perform() {
            performing.run();
        }

        @Override
        public void prove(Books books) {
            proving.accept(books);
        }
    }
}
