package vn.ocopmarket.storefront.browse.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.browse.web.ProductView.VariantView;
import vn.ocopmarket.storefront.pages.PagesSettings;

/** Tells search engines about a product in the words of schema.org; an offer only for what may be bought today. */
@Component
class StructuredData {

    private static final String SCHEMA = "https://schema.org/";

    private final JsonMapper mapper;
    private final PagesSettings settings;

    StructuredData(JsonMapper mapper, PagesSettings settings) {
        this.mapper = mapper;
        this.settings = settings;
    }

    /** JSON-LD, safe inside a script element. */
    String of(ProductView product) {
        var data = new LinkedHashMap<String, Object>();
        var _ = data.put("@context", "https://schema.org");
        var _ = data.put("@type", "Product");
        var _ = data.put("@id", address(product));
        var _ = data.put("name", product.name());
        var _ = data.put("category", product.group().name());
        var _ = data.put(
                "brand",
                Map.of("@type", "Organization", "name", product.producer().name()));
        if (product.story() instanceof String story) {
            var _ = data.put("description", story);
        }
        var offers = product.variants().stream()
                .filter(VariantView::purchasable)
                .map(variant -> offer(product, variant))
                .toList();
        if (!offers.isEmpty()) {
            var _ = data.put("offers", offers);
        }
        var certificate = product.certificate();
        if (certificate != null && product.stars() != null) {
            var _ = data.put(
                    "hasCertification",
                    List.of(Map.of(
                            "@type",
                            "Certification",
                            "name",
                            "OCOP " + product.stars(),
                            "certificationIdentification",
                            certificate.number(),
                            "issuedBy",
                            Map.of("@type", "Organization", "name", certificate.issuedBy()),
                            "certificationStatus",
                            SCHEMA + "CertificationActive",
                            "datePublished",
                            certificate.issuedOn().toString(),
                            "expires",
                            certificate.lastDay().toString(),
                            "url",
                            address(product) + "/certificate")));
        }
        return mapper.writeValueAsString(data).replace("<", "\\u003c");
    }

    private Map<String, Object> offer(ProductView product, VariantView variant) {
        var offer = new LinkedHashMap<String, Object>();
        var _ = offer.put("@type", "Offer");
        var _ = offer.put("sku", variant.sku());
        var _ = offer.put("url", address(product));
        if (variant.price() instanceof Money price) {
            var _ = offer.put("price", Long.toString(price.amount()));
            var _ = offer.put("priceCurrency", price.currency());
        }
        var _ = offer.put("availability", SCHEMA + (variant.available() > 0 ? "InStock" : "OutOfStock"));
        if (variant.gtin() instanceof String gtin) {
            var _ = offer.put("gtin", gtin);
        }
        return offer;
    }

    private String address(ProductView product) {
        return settings.baseUrl() + "/products/" + product.slug();
    }
}
