package vn.ocopmarket.service;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;

/** Knows what MongoDB says when something with the same unique key is there already. */
public final class Duplicates {

    private Duplicates() {}

    /** Of a single write; of many at once each has its own answer. */
    public static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoServerException refused
                && ErrorCategory.fromErrorCode(refused.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
