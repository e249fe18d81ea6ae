package vn.ocopmarket.storefront.stockdesk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;

/** The locations of who is signed in. */
public final class StockPlaces {

    private final Locations locations;

    StockPlaces(Locations locations) {
        this.locations = locations;
    }

    /**
     * What there is, and what of it is one's own.
     *
     * @param own where the person may do what was asked for
     */
    public record Places(List<Location> all, List<Location> own) {

        public List<String> ownIds() {
            return own.stream().map(Location::id).toList();
        }

        public Map<String, String> names() {
            return all.stream().collect(Collectors.toMap(Location::id, Location::name));
        }
    }

    /** Never empty. */
    public Mono<Places> of(StaffMember member, Permission permission) {
        return locations
                .all()
                .collectList()
                .map(all -> new Places(
                        all,
                        all.stream()
                                .filter(location -> member.may(permission, Where.location(location.id())))
                                .toList()));
    }
}
