package vn.ocopmarket.storefront.fair.mongo;

import java.time.LocalDate;
import java.util.Date;
import org.bson.Document;
import vn.ocopmarket.storefront.fair.domain.Fair;
import vn.ocopmarket.storefront.fair.domain.FairPlan;
import vn.ocopmarket.storefront.fair.domain.Period;
import vn.ocopmarket.storefront.fair.domain.Pick;
import vn.ocopmarket.storefront.fair.domain.Stall;

/** Fairs as documents, both ways. */
final class FairDocuments {

    static final String STATE = "state";
    static final String DRAFT = "DRAFT";
    static final String PUBLISHED = "PUBLISHED";
    static final String CLOSED = "CLOSED";

    private FairDocuments() {}

    static Document write(Fair fair) {
        var plan = fair.plan();
        var document = new Document("_id", fair.id())
                .append("slug", fair.slug())
                .append("version", fair.version())
                .append("name", plan.name())
                .append("province", plan.provinceCode())
                .append("address", plan.address())
                .append("first", plan.period().first().toString())
                .append("last", plan.period().last().toString())
                .append("organiser", plan.organiser())
                .append(
                        "stalls",
                        plan.stalls().stream().map(FairDocuments::write).toList())
                .append("picks", fair.picks().stream().map(FairDocuments::write).toList());
        return switch (fair) {
            case Fair.Draft _ -> document.append(STATE, DRAFT);
            case Fair.Published published ->
                document.append(STATE, PUBLISHED).append("publishedAt", Date.from(published.publishedAt()));
            case Fair.Closed closed ->
                document.append(STATE, CLOSED)
                        .append("publishedAt", Date.from(closed.publishedAt()))
                        .append("closedAt", Date.from(closed.closedAt()));
        };
    }

    static Fair read(Document document) {
        var id = document.getString("_id");
        var slug = document.getString("slug");
        long version = document.getLong("version");
        var plan = plan(document);
        var picks = document.getList("picks", Document.class).stream()
                .map(FairDocuments::readPick)
                .toList();
        return switch (document.getString(STATE)) {
            case DRAFT -> new Fair.Draft(id, slug, version, plan, picks);
            case PUBLISHED ->
                new Fair.Published(
                        id,
                        slug,
                        version,
                        plan,
                        picks,
                        document.getDate("publishedAt").toInstant());
            case CLOSED ->
                new Fair.Closed(
                        id,
                        slug,
                        version,
                        plan,
                        picks,
                        document.getDate("publishedAt").toInstant(),
                        document.getDate("closedAt").toInstant());
            default -> throw new IllegalStateException("Fair %s is in an unknown state".formatted(id));
        };
    }

    private static FairPlan plan(Document document) {
        var period =
                new Period(LocalDate.parse(document.getString("first")), LocalDate.parse(document.getString("last")));
        var stalls = document.getList("stalls", Document.class).stream()
                .map(stall -> new Stall(stall.getString("number"), stall.getString("holder")))
                .toList();
        return new FairPlan(
                document.getString("name"),
                document.getString("province"),
                document.getString("address"),
                period,
                document.getString("organiser"),
                stalls);
    }

    private static Document write(Stall stall) {
        return new Document("number", stall.number()).append("holder", stall.holder());
    }

    private static Document write(Pick pick) {
        return new Document("product", pick.productId())
                .append("name", pick.name())
                .append("skus", pick.skus());
    }

    private static Pick readPick(Document pick) {
        return new Pick(pick.getString("product"), pick.getString("name"), pick.getList("skus", String.class));
    }
}
