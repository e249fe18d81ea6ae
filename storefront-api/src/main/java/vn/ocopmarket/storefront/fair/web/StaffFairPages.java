package vn.ocopmarket.storefront.fair.web;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.fair.FairOutcome;
import vn.ocopmarket.storefront.fair.FindFairs;
import vn.ocopmarket.storefront.fair.RunningFairs;
import vn.ocopmarket.storefront.fair.web.PlanForm.Reading;
import vn.ocopmarket.storefront.pages.Problem;

/** Where officers plan, fill, publish and close their fairs. */
@Controller
@RequestMapping("/staff/fairs")
class StaffFairPages {

    private final CurrentStaff staff;
    private final FindFairs fairs;
    private final RunningFairs running;
    private final Workbench workbench;

    StaffFairPages(CurrentStaff staff, FindFairs fairs, RunningFairs running, Workbench workbench) {
        this.staff = staff;
        this.fairs = fairs;
        this.running = running;
        this.workbench = workbench;
    }

    /**
     * A product that is picked or dropped.
     *
     * @param find what it was found by, to come back to the same list
     */
    record PickForm(@Nullable String product, @Nullable String find) {

        String id() {
            return product == null ? "" : product;
        }

        String words() {
            return find == null ? "" : find;
        }
    }

    @GetMapping
    Mono<Rendering> list() {
        return staff.get()
                .flatMap(officer -> fairs.of(officer).map(FairCard::of).collectList())
                .map(found -> Rendering.view("fair/staff-list")
                        .modelAttribute("fairs", found)
                        .build());
    }

    @GetMapping("/new")
    Mono<Rendering> form() {
        return staff.get().map(officer -> form(officer, PlanForm.empty(), null, List.of()));
    }

    @PostMapping
    Mono<Rendering> plan(@ModelAttribute PlanForm form) {
        return staff.get().flatMap(officer -> switch (form.read()) {
            case Reading.Wrong(var fields) -> Mono.just(form(officer, form, null, fields));
            case Reading.Readable(var plan) -> running.plan(officer, plan).map(StaffFairPages::toItsPage);
        });
    }

    @GetMapping("/{fair}")
    Mono<Rendering> show(@PathVariable String fair, @RequestParam(defaultValue = "") String find, Locale locale) {
        return staff.get().flatMap(officer -> workbench.show(new Workbench.Asked(officer, fair, find, locale), null));
    }

    @GetMapping("/{fair}/plan")
    Mono<Rendering> planAgain(@PathVariable String fair) {
        return staff.get()
                .flatMap(officer ->
                        fairs.of(officer, fair).map(view -> form(officer, PlanForm.of(view.fair()), fair, List.of())))
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    @PostMapping("/{fair}/plan")
    Mono<Rendering> replan(@PathVariable String fair, @ModelAttribute PlanForm form, Locale locale) {
        return staff.get().flatMap(officer -> switch (form.read()) {
            case Reading.Wrong(var fields) -> Mono.just(form(officer, form, fair, fields));
            case Reading.Readable(var plan) ->
                answer(new Workbench.Asked(officer, fair, "", locale), running.replan(officer, fair, plan));
        });
    }

    @PostMapping("/{fair}/picks")
    Mono<Rendering> pick(@PathVariable String fair, @ModelAttribute PickForm form, Locale locale) {
        return staff.get()
                .flatMap(officer -> answer(
                        new Workbench.Asked(officer, fair, form.words(), locale),
                        running.pick(officer, fair, form.id())));
    }

    @PostMapping("/{fair}/drops")
    Mono<Rendering> drop(@PathVariable String fair, @ModelAttribute PickForm form, Locale locale) {
        return staff.get()
                .flatMap(officer ->
                        answer(new Workbench.Asked(officer, fair, "", locale), running.drop(officer, fair, form.id())));
    }

    @PostMapping("/{fair}/publication")
    Mono<Rendering> publish(@PathVariable String fair, Locale locale) {
        return staff.get()
                .flatMap(officer ->
                        answer(new Workbench.Asked(officer, fair, "", locale), running.publish(officer, fair)));
    }

    @PostMapping("/{fair}/closing")
    Mono<Rendering> close(@PathVariable String fair, Locale locale) {
        return staff.get()
                .flatMap(officer ->
                        answer(new Workbench.Asked(officer, fair, "", locale), running.close(officer, fair)));
    }

    private Mono<Rendering> answer(Workbench.Asked asked, Mono<FairOutcome> change) {
        return change.flatMap(outcome -> switch (outcome) {
            case FairOutcome.Changed _ -> Mono.just(seeOther(asked.fairId(), asked.find()));
            case FairOutcome.FairRefused refused -> workbench.show(asked, FairNotice.of(refused));
        });
    }

    private static Rendering toItsPage(FairOutcome outcome) {
        return switch (outcome) {
            case FairOutcome.Changed(var fair) -> seeOther(fair.id(), "");
            case FairOutcome.FairRefused _ -> throw Problem.of("forbidden", 403);
        };
    }

    private static Rendering seeOther(String fairId, String find) {
        var address = Rendering.redirectTo("/staff/fairs/" + fairId + (find.isEmpty() ? "" : "?find={find}"));
        return address.modelAttribute("find", find).status(HttpStatus.SEE_OTHER).build();
    }

    private static Rendering form(StaffMember officer, PlanForm form, @Nullable String fair, List<String> wrong) {
        return Rendering.view("fair/plan")
                .modelAttribute("form", form)
                .modelAttribute("action", fair == null ? "/staff/fairs" : "/staff/fairs/" + fair + "/plan")
                .modelAttribute("provinces", new TreeSet<>(officer.provinces()))
                .modelAttribute("wrong", wrong)
                .build();
    }
}
