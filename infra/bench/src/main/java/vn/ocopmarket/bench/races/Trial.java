package vn.ocopmarket.bench.races;

/** Something that must end well. */
interface Trial {

    String name();

    Row run(RacingMarket market);
}
