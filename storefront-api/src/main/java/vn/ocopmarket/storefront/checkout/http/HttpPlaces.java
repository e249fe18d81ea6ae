package vn.ocopmarket.storefront.checkout.http;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.checkout.PlaceChoices;
import vn.ocopmarket.storefront.checkout.Places;

/** Places change with a law, so each province is asked for once in a while and kept. */
@Component
final class HttpPlaces implements Places, PlaceChoices {

    private static final Logger LOG = LoggerFactory.getLogger(HttpPlaces.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofHours(6);
    private static final Pattern PROVINCE = Pattern.compile("\\d{2}");
    private static final Pattern COMMUNE = Pattern.compile("\\d{5}");

    private final WebClient catalogue;
    private final ObjectReader items;
    private final ObjectReader provinceItems;
    private final Mono<List<Choice>> provinces;
    private final Map<String, Mono<Map<String, Place>>> byProvince = new ConcurrentHashMap<>();

    HttpPlaces(WebClient.Builder clients, Environment environment, JsonMapper mapper) {
        this.catalogue = clients.baseUrl(environment.getRequiredProperty("ocop.catalog.url"))
                .build();
        this.items = mapper.reader().without(FAIL_ON_UNKNOWN_PROPERTIES).forType(Items.class);
        this.provinceItems = items.forType(Provinces.class);
        this.provinces = readProvinces();
    }

    @Override
    public Mono<Commune> commune(String provinceCode, String communeCode) {
        if (!PROVINCE.matcher(provinceCode).matches()
                || !COMMUNE.matcher(communeCode).matches()) {
            return Mono.empty();
        }
        return byProvince
                .computeIfAbsent(provinceCode, this::read)
                .onErrorResume(down -> {
                    // An order is worth more than the names in its address: staff can look the codes up.
                    LOG.warn(
                            "The catalogue does not tell its places, an address is taken as it is: {}",
                            down.toString());
                    return Mono.just(Map.of(communeCode, unnamed(provinceCode, communeCode)));
                })
                .mapNotNull(communes -> communes.get(communeCode))
                .map(place -> new Commune(place.province().name(), place.name()));
    }

    @Override
    public Flux<Choice> communes(String provinceCode) {
        if (!PROVINCE.matcher(provinceCode).matches()) {
            return Flux.empty();
        }
        return byProvince
                .computeIfAbsent(provinceCode, this::read)
                .flatMapIterable(Map::values)
                .map(place -> new Choice(place.code(), place.name()))
                .sort(Comparator.comparing(choice -> VietnameseText.fold(choice.name())));
    }

    @Override
    public Flux<Choice> provinces() {
        return provinces.flatMapIterable(found -> found);
    }

    private Mono<List<Choice>> readProvinces() {
        return catalogue
                .get()
                .uri("/api/v1/places/provinces")
                .retrieve()
                .bodyToMono(byte[].class)
                .<Provinces>map(provinceItems::readValue)
                .map(found -> found.items().stream()
                        .map(province -> new Choice(province.code(), province.name()))
                        .sorted(Comparator.comparing(choice -> VietnameseText.fold(choice.name())))
                        .toList())
                .timeout(TIMEOUT)
                .cache(_ -> KEPT, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private Mono<Map<String, Place>> read(String provinceCode) {
        return catalogue
                .get()
                .uri("/api/v1/places/provinces/{code}/communes", provinceCode)
                .retrieve()
                .bodyToMono(byte[].class)
                .<Items>map(items::readValue)
                .map(found -> found.items().stream().collect(Collectors.toMap(Place::code, Function.identity())))
                .onErrorResume(
                        WebClientResponseException.class,
                        refused -> refused.getStatusCode() == HttpStatus.NOT_FOUND
                                ? Mono.just(Map.of())
                                : Mono.error(refused))
                .timeout(TIMEOUT)
                .cache(_ -> KEPT, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private static Place unnamed(String provinceCode, String communeCode) {
        return new Place(communeCode, communeCode, new Province(provinceCode, provinceCode));
    }

    private record Items(List<Place> items) {}

    private record Provinces(List<Province> items) {}

    private record Place(String code, String name, Province province) {}

    private record Province(String code, String name) {}
}
