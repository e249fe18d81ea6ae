package vn.ocopmarket.storefront.stockdesk.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.Movement.Kind;
import vn.ocopmarket.storefront.inventory.Movement.Reason;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.pages.Problem;

/** Makes movements of what was written into the forms of a level; null when it makes no sense. */
@Component
final class ReadingForms {

    private static final String NUMBER = "[1-9]\\d{0,5}";
    private static final String ONCE = "[0-9a-z]{20,40}";
    private static final int LONGEST_NOTE = 500;

    private final Clock clock;

    ReadingForms(Clock clock) {
        this.clock = clock;
    }

    /** How one form is read. */
    @FunctionalInterface
    interface Reader {
        @Nullable
        Movement read(MultiValueMap<String, String> form, StaffMember member);
    }

    /**
     * The level a form is about.
     *
     * @param place a location, or what lies apart there
     * @param lot null where lots are not told apart
     */
    record Level(
            String id, String place, String sku, @Nullable String lot, Ownership ownership) {

        String location() {
            return SetAside.locationOf(place);
        }

        /** Then it belongs to its transfer. */
        boolean isOnItsWay() {
            return SetAside.of(place).filter(SetAside.IN_TRANSIT::equals).isPresent();
        }
    }

    static Level level(MultiValueMap<String, String> form) {
        return level(text(form, "level"));
    }

    static Level level(String id) {
        var parts = id.split("\\|", -1);
        var isOwned = parts.length == 4 && parts[3].equals(Ownership.OWNED.name());
        if (parts.length != 3 && !isOwned) {
            throw Problem.of("not-found", 404);
        }
        var lot = parts[2].isEmpty() ? null : parts[2];
        return new Level(id, parts[0], parts[1], lot, isOwned ? Ownership.OWNED : Ownership.CONSIGNED);
    }

    @Nullable
    Movement adjustment(MultiValueMap<String, String> form, StaffMember member) {
        var quantity = quantity(form);
        var reason = Arrays.stream(Reason.values())
                .filter(each -> each.name().equals(text(form, "reason")))
                .findFirst();
        if (quantity == 0 || reason.isEmpty()) {
            return null;
        }
        var difference = text(form, "direction").equals("more") ? quantity : -quantity;
        var level = level(form);
        return reason.get().explains(difference)
                ? movement(form, member, new Step(Kind.ADJUSTMENT, level.place(), null, difference, reason.get()))
                : null;
    }

    @Nullable
    Movement settingAside(MultiValueMap<String, String> form, StaffMember member) {
        var quantity = quantity(form);
        var level = level(form);
        var apart = apart(form);
        if (quantity == 0 || apart == null || SetAside.of(level.place()).isPresent()) {
            return null;
        }
        return movement(
                form, member, new Step(Kind.RELOCATION, level.place(), apart.at(level.place()), quantity, null));
    }

    /** What can be sold goes back to its shelf, the rest where it lies apart. */
    @Nullable
    Movement takingBack(MultiValueMap<String, String> form, StaffMember member) {
        var quantity = quantity(form);
        var condition = text(form, "condition");
        var apart = apart(form);
        if (quantity == 0 || apart == null && !condition.equals("RESELLABLE")) {
            return null;
        }
        var location = level(form).location();
        var place = apart == null ? location : apart.at(location);
        return movement(form, member, new Step(Kind.RETURN, place, null, quantity, null));
    }

    private record Step(
            Kind kind,
            String place,
            @Nullable String to,
            long quantity,
            @Nullable Reason reason) {}

    private Movement movement(MultiValueMap<String, String> form, StaffMember member, Step step) {
        var level = level(form);
        var once = text(form, "once");
        if (!once.matches(ONCE)) {
            throw Problem.of("invalid-request", 400).with("field", "once");
        }
        var note = text(form, "note");
        return new Movement(
                "shelf:" + once,
                step.kind(),
                step.place(),
                step.to(),
                List.of(new Movement.Line(level.sku(), level.lot(), level.ownership(), null, step.quantity())),
                member.email(),
                note.isEmpty() ? null : note.substring(0, Math.min(note.length(), LONGEST_NOTE)),
                clock.instant(),
                step.reason());
    }

    private static @Nullable SetAside apart(MultiValueMap<String, String> form) {
        return ShowingShelves.APART.stream()
                .filter(each -> each.name().equals(text(form, "condition")))
                .findFirst()
                .orElse(null);
    }

    /** 0 when it is none. */
    private static long quantity(MultiValueMap<String, String> form) {
        var text = text(form, "quantity");
        return text.matches(NUMBER) ? Long.parseLong(text) : 0;
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }
}
