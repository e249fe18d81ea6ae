package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;

/**
 * The answer to a command.
 *
 * @param durableAt how far the log must be on disk before it may be sent; 0 when it may go at once
 */
public record Outcome(Document reply, long durableAt) {}
