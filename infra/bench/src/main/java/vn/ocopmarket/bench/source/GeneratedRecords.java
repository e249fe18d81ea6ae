package vn.ocopmarket.bench.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.ocopmarket.bench.GeneratedCatalogue;
import vn.ocopmarket.bench.GeneratedCatalogue.Row;
import vn.ocopmarket.bench.Words;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.text.VietnameseText;

/** Records as the catalogue and the storefront publish them, each made when it is asked for; only changes are kept. */
public final class GeneratedRecords {

    private static final int COMMUNES = 60;
    private static final int GROUPS_IN_A_BRANCH = 5;
    private static final List<String> BRANCHES = List.of("I", "II", "III", "IV", "V", "VI");
    private static final long IN_STOCK = 1_000;
    private static final int FIRST_CODE = 10;

    private final GeneratedCatalogue catalogue;
    private final Map<String, Integer> provinces;
    private final Instant made;
    private final Map<Integer, Change> changes = new ConcurrentHashMap<>();

    public GeneratedRecords(Words words, LocalDate today) {
        this.catalogue = new GeneratedCatalogue(words, 0, today);
        this.provinces = IntStream.range(0, words.provinces().size())
                .boxed()
                .collect(Collectors.toMap(words.provinces()::get, Function.identity()));
        this.made = today.minusDays(40).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private record Change(long revision, long price) {}

    public static String id(int number) {
        return "bench%07d".formatted(number);
    }

    static int numberOf(String idOrSku) {
        return Integer.parseInt(idOrSku.replaceAll("\\D", ""));
    }

    /** Changes the price of a product and gives its new revision. */
    public long change(int number, long price) {
        return changes.compute(number, (_, before) -> new Change(before == null ? 2 : before.revision() + 1, price))
                .revision();
    }

    /** The revisions of all that were ever changed, by id. */
    public Map<String, Long> changed() {
        return changes.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> id(entry.getKey()), entry -> entry.getValue().revision()));
    }

    AvailabilityRecord availability(String sku) {
        return new AvailabilityRecord(sku, 1, numberOf(sku) % 10 == 0 ? 0 : IN_STOCK, List.of(), made);
    }

    ProductRecord product(int number) {
        var row = catalogue.row(number);
        var change = changes.getOrDefault(number, new Change(1, Long.parseLong(row.price())));
        var slug = VietnameseText.fold(row.product()).replace(' ', '-') + "-" + number;
        return new ProductRecord(
                id(number),
                change.revision(),
                slug,
                row.product(),
                producer(row),
                place(row, number),
                group(Integer.parseInt(row.group())),
                List.of(certificate(row)),
                List.of(new Variant(
                        row.sku(),
                        null,
                        row.variant(),
                        null,
                        Money.dong(change.price()),
                        TaxClass.valueOf(row.taxClass()))),
                row.story(),
                List.of(),
                null,
                null,
                List.of(),
                true,
                made.plusSeconds(number),
                made.plusSeconds(number));
    }

    private static ProducerRef producer(Row row) {
        var slug = VietnameseText.fold(row.producer()).replace(' ', '-');
        return new ProducerRef(slug, slug, row.producer(), "HTX");
    }

    private PlaceRef place(Row row, int number) {
        var province = provinces.getOrDefault(row.province(), 0) + FIRST_CODE;
        var commune = number % COMMUNES;
        return new PlaceRef(
                Integer.toString(province),
                row.province(),
                "%d%03d".formatted(province, commune),
                "Xã " + row.province().split(" ")[1] + " " + commune,
                List.of(),
                null);
    }

    private static GroupRef group(int number) {
        var branch = BRANCHES.get(Math.min((number - 1) / GROUPS_IN_A_BRANCH, BRANCHES.size() - 1));
        return new GroupRef(
                "%02d".formatted(number),
                "Nhóm " + number,
                "Group " + number,
                branch,
                "Ngành " + branch,
                "Branch " + branch);
    }

    private static Certificate certificate(Row row) {
        var issued = LocalDate.parse(row.issuedOn());
        return new Certificate(
                row.decision(),
                row.decision(),
                "UBND " + row.province(),
                issued,
                issued.plusMonths(36).minusDays(1),
                Integer.parseInt(row.stars()),
                null,
                null,
                Set.of());
    }
}
