package vn.ocopmarket.storefront.browse.elastic;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Dossier.RightKind;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.Eligibility.Eligible;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.search.ProductDocument;
import vn.ocopmarket.contract.search.ProductDocument.DayRange;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.ranking.Ranking;
import vn.ocopmarket.testing.Stores;

/** An index of its own for one test class, filled as the indexer does it. */
public final class TestIndex implements AutoCloseable {

    /** With the weights that are published. */
    static final Ranking RANKING =
            new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("ocop.browse.ranking", Ranking.class);

    final JsonMapper mapper = JsonMapper.builder().build();
    final BrowseSettings settings;
    final Rest5Client client;
    private final String name;

    public TestIndex(String name) throws IOException {
        this.name = name;
        var uri = URI.create(Stores.elasticsearchUri());
        this.settings = new BrowseSettings(
                List.of(uri), name, Duration.ofSeconds(20), URI.create("http://127.0.0.1:9"), Duration.ofSeconds(1));
        this.client = new ElasticConfiguration().elasticsearchConnection(settings);
        var create = new Request("PUT", "/" + name);
        try (var mapping = Objects.requireNonNull(
                ProductDocument.class.getResourceAsStream("products-index.json"), "the mapping")) {
            create.setJsonEntity(new String(mapping.readAllBytes(), StandardCharsets.UTF_8));
        }
        var _ = client.performRequest(create);
    }

    public String name() {
        return name;
    }

    Elasticsearch elasticsearch() {
        return new Elasticsearch(client, new ElasticConfiguration().elasticsearchBreaker(), settings);
    }

    public void add(List<ProductDocument> documents) throws IOException {
        var lines = new StringBuilder();
        for (var document : documents) {
            var _ = lines.append("{\"index\":{\"_id\":\"")
                    .append(document.id())
                    .append("\"}}\n")
                    .append(mapper.writeValueAsString(document))
                    .append('\n');
        }
        var bulk = new Request("POST", "/" + name + "/_bulk");
        bulk.addParameter("refresh", "true");
        bulk.setJsonEntity(lines.toString());
        var answer =
                new String(client.performRequest(bulk).getEntity().getContent().readAllBytes(), StandardCharsets.UTF_8);
        if (answer.contains("\"errors\":true")) {
            throw new IllegalStateException(answer.substring(0, Math.min(answer.length(), 2000)));
        }
    }

    void remove(String id) throws IOException {
        var remove = new Request("DELETE", "/" + name + "/_doc/" + id);
        remove.addParameter("refresh", "true");
        var _ = client.performRequest(remove);
    }

    public ProductDocument document(ProductRecord product, boolean inStock) {
        return document(product, inStock, List.of());
    }

    public ProductDocument document(ProductRecord product, boolean inStock, List<String> locations) {
        var sku = product.variants().getFirst().sku();
        var availability = inStock
                ? List.of(new AvailabilityRecord(sku, 1, 5, List.of(), Instant.EPOCH))
                : List.<AvailabilityRecord>of();
        return document(product, availability, locations);
    }

    public ProductDocument document(
            ProductRecord product, List<AvailabilityRecord> availability, List<String> locations) {
        var sku = product.variants().getFirst().sku();
        var inStock = availability.stream().anyMatch(record -> record.online() > 0);
        var prices = product.variants().stream()
                .map(Variant::price)
                .filter(Objects::nonNull)
                .map(price -> price.amount())
                .toList();
        var price = prices.isEmpty() ? null : prices.getFirst();
        return new ProductDocument(
                product.id(),
                product.slug(),
                product.name(),
                product.producer().id(),
                product.producer().name(),
                product.place().provinceCode(),
                product.place().communeCode(),
                Stream.concat(
                                Stream.of(
                                        product.place().provinceName(),
                                        product.place().communeName()),
                                product.place().formerNames().stream())
                        .filter(Objects::nonNull)
                        .toList(),
                product.group().code(),
                product.group().branchCode(),
                List.of(product.group().name()),
                Stream.concat(Stream.of(sku), product.certificates().stream().map(Certificate::number))
                        .toList(),
                product.story(),
                days(product, 3),
                days(product, 4),
                days(product, 5),
                price == null
                        ? List.of()
                        : Stream.of(3, 4, 5)
                                .flatMap(stars -> days(product, stars).stream())
                                .toList(),
                price,
                price,
                inStock,
                locations,
                product.createdAt(),
                product.createdAt(),
                product.place().communeName(),
                Stream.concat(Stream.of(sku), product.certificates().stream().map(Certificate::number))
                        .map(code -> VietnameseText.fold(code).replaceAll("[^a-z0-9]", ""))
                        .toList(),
                product.traceUrl() != null,
                product.dossier().rights().stream()
                        .filter(right -> right.kind() == RightKind.GEOGRAPHICAL_INDICATION)
                        .map(right -> new DayRange(
                                right.issuedOn(),
                                Objects.requireNonNullElse(right.validUntil(), LocalDate.of(9999, 12, 31))))
                        .filter(range -> !range.lte().isBefore(range.gte()))
                        .toList(),
                mapper.writeValueAsString(SearchCard.of(product, inStock)),
                product,
                availability);
    }

    private static List<DayRange> days(ProductRecord product, int stars) {
        return product.certificates().stream()
                .filter(certificate -> certificate.stars() == stars)
                .filter(certificate -> certificate.withdrawal() == null)
                .map(certificate -> new DayRange(certificate.issuedOn(), certificate.lastDay()))
                .toList();
    }

    static boolean isForSale(ProductRecord product, LocalDate day) {
        return Eligibility.of(product, product.variants().getFirst().sku(), day) instanceof Eligible;
    }

    @Override
    public void close() throws IOException {
        var _ = client.performRequest(new Request("DELETE", "/" + name));
        client.close();
    }
}
