package vn.ocopmarket.embeddedmongo.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ocopmarket.embeddedmongo.journal.JournalStopped;

/** The form of answers, good and bad. */
public final class Replies {

    private static final Logger log = LoggerFactory.getLogger(Replies.class);
    private static final int INTERNAL_ERROR = 1;
    private static final int NOT_SUPPORTED = 115;
    private static final int OUT_OF_DISK_SPACE = 14031;

    private Replies() {}

    static Document ok() {
        return new Document("ok", 1.0);
    }

    static Document ok(Document reply) {
        return reply.append("ok", 1.0);
    }

    static MongoServerError unsupported(String what) {
        return new MongoServerError(
                NOT_SUPPORTED,
                "CommandNotSupported",
                what + " is not supported by the embedded server; set MONGODB_URI to use a MongoDB");
    }

    static MongoServerError full(long limit) {
        return new MongoServerError(
                OUT_OF_DISK_SPACE,
                "OutOfDiskSpace",
                "The embedded database has reached its limit of " + limit
                        + " bytes. Delete data, start it with a larger --max-bytes, or set MONGODB_URI to use a MongoDB.");
    }

    public static Document failed(RuntimeException error) {
        return detail(error).append("ok", 0.0);
    }

    static Document writeError(int index, RuntimeException error) {
        Document writeError = new Document("index", index);
        writeError.putAll(detail(error));
        return writeError;
    }

    private static Document detail(RuntimeException error) {
        return switch (error) {
            case MongoServerError known ->
                detail(known.getMessageWithoutErrorCode(), known.getCode(), known.getCodeName());
            case MongoServerException known ->
                detail(known.getMessageWithoutErrorCode(), INTERNAL_ERROR, "InternalError");
            case JournalStopped stopped ->
                detail(String.valueOf(stopped.getMessage()), OUT_OF_DISK_SPACE, "OutOfDiskSpace");
            default -> {
                log.error("A command failed in a way nobody thought of", error);
                yield detail("Internal error: " + error, INTERNAL_ERROR, "InternalError");
            }
        };
    }

    private static Document detail(String message, int code, String codeName) {
        return new Document("errmsg", message).append("code", code).append("codeName", codeName);
    }
}
