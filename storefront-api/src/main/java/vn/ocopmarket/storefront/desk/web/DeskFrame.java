package vn.ocopmarket.storefront.desk.web;

import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Room;
import vn.ocopmarket.storefront.desk.Rooms;

/** Gives every desk page all rooms of who looks at it, and those for its navigation. */
@ControllerAdvice(annotations = DeskPage.class)
class DeskFrame {

    private final CurrentStaff staff;

    DeskFrame(CurrentStaff staff) {
        this.staff = staff;
    }

    @ModelAttribute("rooms")
    Mono<List<Room>> rooms() {
        return staff.get().map(Rooms::of).defaultIfEmpty(List.of());
    }

    @ModelAttribute("nearRooms")
    Mono<List<Room>> near(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication().value();
        return rooms().map(rooms -> Rooms.near(rooms, path));
    }
}
