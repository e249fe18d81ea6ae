package vn.ocopmarket.embeddedmongo.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexTests {

    private final Indexes<String> indexes = new Indexes<>();
    private long number;

    @Test
    void givesOneKeyForEachElementOfAnArray() {
        assertThat(keys(doc("tags", List.of("a", "b")), "tags")).containsExactly("[a]", "[b]");
        assertThat(keys(doc("tags", List.of()), "tags")).containsExactly("[[]]");
        assertThat(keys(doc("x", 1), "tags")).containsExactly("[null]");
        assertThat(keys(doc("tags", Arrays.asList(1, null)), "tags")).containsExactly("[1]", "[null]");
    }

    @Test
    void keepsFieldsOfOneElementTogether() {
        Document document = doc("items", List.of(doc("sku", "a", "n", 1), doc("sku", "b", "n", 2)));
        assertThat(keys(document, "items.sku", "items.n")).containsExactly("[a, 1]", "[b, 2]");
        assertThat(keys(document, "items.1.sku")).containsExactly("[b]");
    }

    @Test
    void refusesTwoIndependentArraysInOneIndex() {
        Document document = doc("a", List.of(1), "b", List.of(2));
        assertThatThrownBy(() -> keys(document, "a", "b")).isInstanceOf(CannotIndexParallelArraysError.class);
    }

    @Test
    void ordersNumbersByWorthAndTypesByRank() {
        assertThat(BsonOrder.compare(1, 1L)).isZero();
        assertThat(BsonOrder.compare(2L, 1.5)).isPositive();
        assertThat(BsonOrder.compare((1L << 53) + 1, (double) (1L << 53))).isPositive();
        assertThat(BsonOrder.compare(null, 0)).isNegative();
        assertThat(BsonOrder.compare("a", 9)).isPositive();
        assertThat(BsonOrder.compare(true, "z")).isPositive();
        assertThat(BsonOrder.compare(doc("a", 1, "b", 2), doc("b", 2, "a", 1))).isNotZero();
    }

    @Test
    void findsByEqualityRangeAndOrder() {
        make(doc("name", "by", "key", doc("group", 1, "price", -1)));
        insert("a", doc("_id", 1, "group", "x", "price", 10));
        insert("b", doc("_id", 2, "group", "x", "price", 30));
        insert("c", doc("_id", 3, "group", "x", "price", 20));
        insert("d", doc("_id", 4, "group", "y", "price", 20));

        Plan<String> plan = plan(doc("group", "x", "price", doc("$gte", 20)), doc("price", 1));
        assertThat(indexOf(plan)).isEqualTo("by");
        assertThat(plan.candidates()).containsExactly("c", "b");
        assertThat(plan.sorted()).isTrue();
        assertThat(plan(doc("group", "x", "price", doc("$gt", 10, "$lt", 30)), null)
                        .candidates())
                .containsExactly("c");
        assertThat(plan(doc("group", doc("$in", List.of("x", "y")), "price", 20), null)
                        .candidates())
                .containsExactly("c", "d");
        assertThat(plan(doc("_id", doc("$gt", 2)), doc("_id", -1)).candidates()).containsExactly("d", "c");
        assertThat(plan(doc("group", "x", "price", doc("$gt", 30, "$lt", 10)), null)
                        .candidates())
                .isEmpty();
    }

    @Test
    void usesTheIdIndexHoweverManyOtherConditionsThereAre() {
        make(doc("name", "by", "key", doc("available", 1)));
        insert("a", doc("_id", "sku@kho", "available", 7));
        Plan<String> plan = plan(doc("_id", "sku@kho", "available", doc("$gte", 1)), null);
        assertThat(indexOf(plan)).isEqualTo(IndexSpec.ID_INDEX);
        assertThat(plan.candidates()).containsExactly("a");
    }

    @Test
    void refusesASecondDocumentWithAUniqueKey() {
        make(doc("name", "sku", "key", doc("sku", 1), "unique", true));
        insert("a", doc("_id", 1, "sku", "s"));
        assertThatThrownBy(() -> insert("b", doc("_id", 2, "sku", "s")))
                .isInstanceOf(DuplicateKeyError.class)
                .hasMessageContaining("E11000")
                .hasMessageContaining("sku dup key: { sku: \"s\" }");
        insert("b", doc("_id", 2));
        assertThatThrownBy(() -> insert("c", doc("_id", 3)))
                .as("null is a value")
                .isInstanceOf(DuplicateKeyError.class);
    }

    @Test
    void leavesOutWhatASparseOrPartialIndexDoesNotHold() {
        make(doc("name", "sparse", "key", doc("gtin", 1), "unique", true, "sparse", true));
        make(doc(
                "name", "partial", "key", doc("pending", 1), "partialFilterExpression", doc("pending", doc("$gt", 0))));
        insert("a", doc("_id", 1, "pending", 0));
        insert("b", doc("_id", 2, "pending", 3));
        assertThat(Objects.requireNonNull(indexes.named("sparse")).size()).isZero();
        assertThat(Objects.requireNonNull(indexes.named("partial")).size()).isEqualTo(1);
        assertThat(indexOf(plan(doc("pending", doc("$gt", 0)), null))).isEqualTo("partial");
        assertThat(Planner.plan(indexes.all(), doc("pending", doc("$gte", 0)), null, false))
                .as("not implied by the filter")
                .isNull();
        assertThat(plan(doc("pending", 3), null).candidates()).containsExactly("b");
    }

    @Test
    void usesAPartialIndexOnWhatExistsForAnyValue() {
        make(doc("name", "due", "key", doc("due", 1), "partialFilterExpression", doc("due", doc("$exists", true))));
        insert("a", doc("_id", 1, "due", 5));
        insert("b", doc("_id", 2));
        assertThat(plan(doc("due", doc("$lte", 9)), doc("due", 1)).candidates()).containsExactly("a");
    }

    @Test
    void usesAPartialIndexOnOneValueForThatValueOnly() {
        make(doc(
                "name",
                "confirmed",
                "key",
                doc("state", 1, "_id", 1),
                "partialFilterExpression",
                doc("state", "CONFIRMED")));
        insert("a", doc("_id", 1, "state", "NEW"));
        insert("b", doc("_id", 2, "state", "CONFIRMED"));
        Plan<String> plan = plan(doc("$and", List.of(doc("state", "CONFIRMED"))), doc("_id", 1));
        assertThat(indexOf(plan)).isEqualTo("confirmed");
        assertThat(plan.candidates()).containsExactly("b");
        assertThat(plan.sorted()).isTrue();
        assertThat(Planner.plan(indexes.all(), doc("state", "NEW"), null, false))
                .as("not in the index")
                .isNull();
    }

    /** Both lead to more keys than are counted, and both come in the order that is asked for. */
    @Test
    void prefersMoreEqualitiesToALongWalkInTheSameOrder() {
        make(doc(
                "name",
                "completed",
                "key",
                doc("fulfillment", 1, "state", 1, "_id", 1),
                "partialFilterExpression",
                doc("state", "COMPLETED")));
        for (int id = 0; id < 2_000; id++) {
            insert(
                    "o" + id,
                    doc("_id", id, "state", id % 2 == 0 ? "COMPLETED" : "EXPIRED", "fulfillment", "DELIVERED"));
        }
        Document wanted = doc("state", "COMPLETED", "fulfillment", "DELIVERED");
        Document page = doc("$and", List.of(doc("$and", List.of(wanted)), doc("_id", doc("$gt", 20))));

        Plan<String> plan = plan(page, doc("_id", 1));

        assertThat(indexOf(plan)).isEqualTo("completed");
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.candidates().limit(2)).containsExactly("o22", "o24");
        assertThat(indexOf(plan(wanted, doc("_id", 1)))).isEqualTo("completed");
    }

    /** As settlements look for what is open of one seller. */
    @Test
    void readsOnlyWhatIsOpenOfOneSeller() {
        Document open = doc("open", doc("$exists", true));
        make(doc("name", "byDay", "key", doc("day", 1, "_id", 1), "partialFilterExpression", open));
        make(doc("name", "ofSeller", "key", doc("seller.id", 1, "day", 1, "_id", 1), "partialFilterExpression", open));
        for (int id = 0; id < 2_000; id++) {
            var entry = doc("_id", id, "seller", doc("id", id % 2 == 0 ? "an" : "binh"), "day", "2026-09-01");
            insert("e" + id, id < 1_800 ? entry.append("open", true) : entry.append("statement", "2026-08:an"));
        }
        Document wanted = doc("open", true, "day", doc("$lte", "2026-09-30"), "seller.id", "an");

        Plan<String> plan = plan(wanted, doc("day", 1, "_id", 1));

        assertThat(indexOf(plan)).isEqualTo("ofSeller");
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.candidates()).hasSize(900);
    }

    /** As workers look for what is due: most documents are done, and have no such field any more. */
    @Test
    void visitsOnlyValuesOfTheTypeThatABoundHas() {
        make(doc("name", "up", "key", doc("due", 1)));
        make(doc("name", "down", "key", doc("until", -1)));
        for (int id = 0; id < 100; id++) {
            insert("done" + id, doc("_id", id));
        }
        insert("text", doc("_id", "text", "due", "soon", "until", "then"));
        insert("number", doc("_id", "number", "due", 7, "until", 7));
        insert("flag", doc("_id", "flag", "due", true, "until", false));
        insert("date", doc("_id", "date", "due", Instant.EPOCH, "until", Instant.EPOCH));
        for (String field : List.of("due", "until")) {
            for (String operator : List.of("$lte", "$gte")) {
                assertThat(candidates(field, operator, Instant.EPOCH)).containsExactly("date");
                assertThat(candidates(field, operator, 7.0)).containsExactly("number");
            }
            assertThat(candidates(field, "$lt", "z")).containsExactly("text");
            assertThat(candidates(field, "$gt", "")).containsExactly("text");
            assertThat(candidates(field, "$lt", "a")).isEmpty();
            assertThat(candidates(field, "$gte", false)).containsExactly("flag");
        }
    }

    @Test
    void visitsAnArrayForEachBoundThatOneOfItsElementsMeets() {
        make(doc("name", "by", "key", doc("days", 1)));
        insert("a", doc("_id", 1, "days", List.of(1, 9, "x")));
        insert("b", doc("_id", 2, "days", List.of("y")));
        assertThat(candidates("days", "$lt", 3)).containsExactly("a");
        assertThat(plan(doc("days", doc("$gt", 5, "$lt", 4)), null).candidates())
                .as("another element for each")
                .containsExactly("a");
    }

    private Stream<String> candidates(String field, String operator, Object bound) {
        return plan(doc(field, doc(operator, bound)), null).candidates();
    }

    @Test
    void joinsAlternativesThatAllHaveAnIndex() {
        make(doc("name", "slug", "key", doc("slug", 1)));
        insert("a", doc("_id", 1, "slug", "one"));
        insert("b", doc("_id", 2, "slug", "two"));
        insert("c", doc("_id", 3, "slug", "three"));
        Document either = doc("$or", List.of(doc("_id", 1), doc("slug", "one"), doc("slug", "two")));
        assertThat(plan(either, null).candidates()).containsExactly("a", "b");
        Document scan = doc("$or", List.of(doc("_id", 1), doc("other", 1)));
        assertThat(Planner.plan(indexes.all(), scan, null, false)).isNull();
    }

    @Test
    void followsAChangeOfADocument() {
        make(doc("name", "by", "key", doc("status", 1)));
        Document before = doc("_id", 1, "status", "new", "note", "");
        Document after = doc("_id", 1, "status", "paid", "note", "");
        insert("a", before);
        indexes.change("db.c", "a", 1, before, after).make();
        assertThat(plan(doc("status", "new"), null).candidates()).isEmpty();
        assertThat(plan(doc("status", "paid"), null).candidates()).containsExactly("a");
        indexes.change("db.c", "a", 1, after, null).make();
        assertThat(indexes.all()).allMatch(index -> index.size() == 0);
    }

    private void make(Document description) {
        indexes.add(new OrderedIndex<>(IndexSpec.of(description)));
    }

    private void insert(String owner, Document document) {
        indexes.change("db.c", owner, ++number, null, document).make();
    }

    private Plan<String> plan(Document filter, @Nullable Document sort) {
        return Objects.requireNonNull(Planner.plan(indexes.all(), filter, sort, sort != null));
    }

    private static String indexOf(Plan<String> plan) {
        return plan.ranges().getFirst().index().spec().name();
    }

    private static List<String> keys(Document document, String... paths) {
        List<KeyPart> parts =
                Arrays.stream(paths).map(path -> new KeyPart(path, true)).toList();
        return KeysOfDocument.of(document, parts).keys().stream()
                .map(Arrays::toString)
                .toList();
    }

    private static Document doc(Object... keysAndValues) {
        Document document = new Document();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            document.append(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return document;
    }
}
