package vn.ocopmarket.storefront.officerdesk.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.Problem;

/** Certificates by what they are today, in lists to work through. */
@DeskPage
class CertificateListPages {

    private static final String API = "/api/v1/certificates";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final CurrentStaff staff;
    private final Catalogue catalogue;

    CertificateListPages(CurrentStaff staff, Catalogue catalogue) {
        this.staff = staff;
        this.catalogue = catalogue;
    }

    private record Provinces(List<Province> items) {}

    /** Of the directory. */
    record Province(String code, String name) {}

    @GetMapping("/staff/certificates")
    Mono<Rendering> show(@ModelAttribute ListFilter filter, Locale language) {
        return staff.get().flatMap(member -> {
            var asker = new Asker(member, language);
            var question = filter.question(API).with("page", filter.page()).with("size", 50);
            return Mono.zip(
                    catalogue.ask(asker, question, CertificateList.class).map(Reply::orProblem),
                    provinces(asker),
                    (list, provinces) -> Rendering.view("officerdesk/list")
                            .modelAttribute("list", list)
                            .modelAttribute("filter", filter)
                            .modelAttribute("lists", ListFilter.LISTS)
                            .modelAttribute("sorts", ListFilter.SORTS)
                            .modelAttribute("acts", BulkAct.values())
                            .modelAttribute("provinces", provinces)
                            .build());
        });
    }

    /** Whoever has one province has nothing to choose. */
    private Mono<List<Province>> provinces(Asker asker) {
        var own = asker.member().provinces();
        if (!asker.member().isAdministrator() && own.size() < 2) {
            return Mono.just(List.of());
        }
        return catalogue
                .ask(asker, Question.get("/api/v1/places/provinces"), Provinces.class)
                .map(Reply::orProblem)
                .map(all -> all.items().stream()
                        .filter(province -> may(asker.member(), province.code()))
                        .toList());
    }

    private static boolean may(StaffMember member, String province) {
        return member.isAdministrator() || member.provinces().contains(province);
    }

    @GetMapping("/staff/certificates/export.{type}")
    Mono<ResponseEntity<byte[]>> file(@PathVariable String type, @ModelAttribute ListFilter filter, Locale language) {
        var media = switch (type) {
            case "csv" -> CSV;
            case "xlsx" -> XLSX;
            default -> throw Problem.of("not-found", 404);
        };
        var name =
                ContentDisposition.attachment().filename("certificates." + type).build();
        return staff.get()
                .flatMap(member -> catalogue.ask(
                        new Asker(member, language), filter.question(API + "/export." + type), byte[].class))
                .map(Reply::orProblem)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(media)
                        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                        .body(bytes));
    }
}
