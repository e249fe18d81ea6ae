package vn.ocopmarket.outbox;

/**
 * The right to number events, until someone with a higher epoch has it.
 *
 * @param next the last number reserved by anyone
 * @param floor every number up to this one is written, and its event is out of its document
 */
record Lease(String owner, long epoch, long next, long floor) {}
