package vn.ocopmarket.storefront.stampdesk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch as the catalogue shows it to its officers; numbers are written as they are printed. */
record StampBatch(
        String id,
        String province,
        String first,
        String last,
        Printing printing,
        Counts counts,
        List<Range> ranges,
        List<Note> notes) {

    record Printing(String issuer, String order, String design, LocalDate on) {}

    record Counts(
            long printed, long given, long waiting, long used, long lost, long destroyed, long voided, long left) {}

    record Numbers(String first, String last, long count) {

        /** Whether it is one number only. */
        public boolean isOne() {
            return count == 1;
        }
    }

    /**
     * Stamps that were given.
     *
     * @param held those that were not taken back
     * @param waiting held, of which nothing is known since
     * @param holds whether a certificate of the product holds today
     */
    record Range(
            String id,
            Numbers numbers,
            String product,
            String name,
            String producer,
            String certificate,
            boolean holds,
            LocalDate on,
            List<Numbers> held,
            List<Numbers> waiting) {}

    /** What became of stamps. */
    record Note(Numbers numbers, String fate, @Nullable String lot, String reason, LocalDate on) {}

    /** A page of batches. */
    record Page(long total, int page, int pages, List<StampBatch> items) {}

    /** A page of what was done to a batch, latest first. */
    record History(List<Deed> items) {}

    record Deed(Instant at, String who, String what, String of, String why) {}

    /** Certified products that stamps may be given to. */
    record Products(List<Product> items) {}

    record Product(
            String product,
            String name,
            String producer,
            @Nullable Proof certificate) {}

    record Proof(String number, int stars, LocalDate lastDay, String state) {}
}
