package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How we know of a certificate.
 *
 * @param file the signed decision, or null while it is not here
 * @param statement who said it and when it was checked, or null
 */
public record Evidence(@Nullable File file, @Nullable Statement statement) {

    public static final Evidence NONE = new Evidence(null, null);

    /**
     * A decision as it was signed.
     *
     * @param sha256 of its bytes, 64 hexadecimal digits; it is stored under that name
     */
    public record File(String sha256, String name, long bytes) {}

    /**
     * @param who the body, paper or person that said it
     * @param where an address on the web where it can be read, or null
     * @param checkedBy in what capacity it was checked, without a person's name
     */
    public record Statement(Kind kind, String who, @Nullable String where, LocalDate checkedOn, String checkedBy) {}

    /** The weight of a statement, the heaviest first. */
    public enum Kind {
        DECISION_READ,
        OFFICIAL_LIST,
        PRESS,
        PRODUCER
    }
}
