package vn.ocopmarket.storefront.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.FieldsRefused.Field;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Destination;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Person;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.Delivery;

/** Makes a contact and a delivery out of what was filled in, or says which fields cannot be right. */
final class CheckingFields {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s.()-]");
    private static final Pattern PHONE = Pattern.compile("0[2-9]\\d{8,9}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s.]{2,63}");
    private static final int LONGEST = 200;

    private final Places places;
    private final Locations locations;

    CheckingFields(Places places, Locations locations) {
        this.places = places;
        this.locations = locations;
    }

    /** Either a contact and a delivery, or the fields that are wrong. */
    record Checked(
            List<Field> wrong,
            @Nullable Contact contact,
            @Nullable Delivery delivery) {}

    Mono<Checked> check(Person person, Destination destination) {
        var wrong = new ArrayList<Field>();
        var contact = contact(person, wrong);
        return delivery(destination, wrong)
                .map(delivery -> new Checked(List.copyOf(wrong), contact, delivery))
                .switchIfEmpty(Mono.fromSupplier(() -> new Checked(List.copyOf(wrong), null, null)));
    }

    private static Contact contact(Person person, List<Field> wrong) {
        var name = person.name().strip();
        if (name.length() < 2 || name.length() > LONGEST || !Contact.isPrintable(name)) {
            wrong.add(new Field("contact.name", "NAME"));
        }
        var phone = SEPARATORS.matcher(person.phone()).replaceAll("").replaceFirst("^\\+?84", "0");
        if (!PHONE.matcher(phone).matches()) {
            wrong.add(new Field("contact.phone", "PHONE"));
        }
        var email = person.email() == null || person.email().isBlank()
                ? null
                : person.email().strip();
        if (email != null && !EMAIL.matcher(email).matches()) {
            wrong.add(new Field("contact.email", "EMAIL"));
        }
        return new Contact(name, phone, email);
    }

    /** Empty with a wrong field more when it cannot be delivered there. */
    private Mono<Delivery> delivery(Destination destination, List<Field> wrong) {
        return switch (destination) {
            case Destination.At at ->
                locations
                        .find(at.locationId())
                        .filter(Location::pickup)
                        .<Delivery>map(location -> new Delivery.Pickup(location.id(), location.name()))
                        .switchIfEmpty(refuse("delivery.locationId", "PICKUP", wrong));
            case Destination.To to -> {
                var street = to.street().strip();
                if (street.length() < 3 || street.length() > LONGEST || !Contact.isPrintable(street)) {
                    wrong.add(new Field("delivery.address.street", "STREET"));
                }
                yield places.commune(to.provinceCode(), to.communeCode())
                        .<Delivery>map(commune -> new Delivery.Ship(
                                to.provinceCode(),
                                commune.provinceName(),
                                to.communeCode(),
                                commune.communeName(),
                                street,
                                null))
                        .switchIfEmpty(refuse("delivery.address.communeCode", "COMMUNE", wrong));
            }
        };
    }

    private static Mono<Delivery> refuse(String path, String code, List<Field> wrong) {
        return Mono.fromRunnable(() -> wrong.add(new Field(path, code)));
    }
}
