package vn.ocopmarket.storefront.fair.web;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ocopmarket.storefront.pages.QrSvg;

/** The printed catalogue: by province, then by group, then by name. */
record Catalogue(List<Province> provinces) {

    /** The products of one province. */
    record Province(String code, String name, List<Group> groups) {}

    /** The products of one group of a province. */
    record Group(String name, List<Entry> entries) {}

    /** A product with the way to its page. */
    record Entry(ShownProduct product, String address, QrSvg qr) {}

    /** @param baseUrl under which the public reaches the market */
    static Catalogue of(List<ShownProduct> products, String baseUrl) {
        var byProvince = products.stream()
                .collect(Collectors.groupingBy(ShownProduct::provinceCode, TreeMap::new, Collectors.toList()));
        return new Catalogue(byProvince.entrySet().stream()
                .map(province -> new Province(
                        province.getKey(),
                        province.getValue().getFirst().province(),
                        groups(province.getValue(), baseUrl)))
                .toList());
    }

    private static List<Group> groups(List<ShownProduct> products, String baseUrl) {
        return products.stream()
                .collect(Collectors.groupingBy(ShownProduct::groupCode, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ofGroup -> new Group(
                        ofGroup.getFirst().group(),
                        ofGroup.stream()
                                .sorted(Comparator.comparing(ShownProduct::name))
                                .map(product -> entry(product, baseUrl))
                                .toList()))
                .toList();
    }

    private static Entry entry(ShownProduct product, String baseUrl) {
        var address = baseUrl + "/products/" + product.slug();
        return new Entry(product, address, QrSvg.of(address));
    }
}
