package vn.ocopmarket.embeddedmongo.store;

import de.bwaldvogel.mongo.bson.Document;

/** A document that matched: as it is stored and as it reads. */
record Match(byte[] bson, Document document) {}
