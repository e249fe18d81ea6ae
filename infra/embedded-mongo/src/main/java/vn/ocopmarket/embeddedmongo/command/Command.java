package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;

/** Does one kind of command; throws the library's errors when it cannot. */
@FunctionalInterface
interface Command {

    Document run(Request request);
}
