package vn.ocopmarket.storefront.enrolment.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.enrolment.Invitation;
import vn.ocopmarket.storefront.enrolment.InvitationOutcome;
import vn.ocopmarket.storefront.enrolment.InvitingStaff;
import vn.ocopmarket.storefront.pages.Problem;

/** Managers and administrators invite people here. */
@DeskPage
class InvitationPages {

    private static final String PATH = "/staff/invitations";

    private final CurrentStaff staff;
    private final InvitingStaff inviting;

    InvitationPages(CurrentStaff staff, InvitingStaff inviting) {
        this.staff = staff;
        this.inviting = inviting;
    }

    /**
     * What the form sends.
     *
     * @param scope separated by commas or spaces
     */
    record InvitationForm(
            @Nullable String email,
            @Nullable Role role,
            @Nullable String scope) {

        static InvitationForm empty() {
            return new InvitationForm("", Role.POS_STAFF, "");
        }

        Invitation read() {
            var scopes = Arrays.stream((scope == null ? "" : scope).split("[,\\s]+"))
                    .filter(one -> !one.isEmpty())
                    .collect(Collectors.toSet());
            return new Invitation(email == null ? "" : email, role == null ? Role.BUYER : role, Set.copyOf(scopes));
        }
    }

    @GetMapping(PATH)
    Mono<Rendering> show() {
        return staff.get().map(member -> page(member, InvitationForm.empty()).build());
    }

    @PostMapping(PATH)
    Mono<Rendering> invite(@ModelAttribute InvitationForm form) {
        return staff.get()
                .flatMap(member -> inviting.invite(member, form.read()).map(outcome -> switch (outcome) {
                    case InvitationOutcome.Invited(var email) ->
                        page(member, InvitationForm.empty())
                                .modelAttribute("invited", email)
                                .build();
                    case InvitationOutcome.NotYours _ -> throw Problem.of("forbidden", HttpStatus.FORBIDDEN.value());
                    case InvitationOutcome.AlreadyMember _ -> refused(member, form, List.of("member"));
                    case InvitationOutcome.InvitedByAnother _ -> refused(member, form, List.of("another"));
                    case InvitationOutcome.Invalid(var fields) -> refused(member, form, fields);
                }));
    }

    private static Rendering refused(StaffMember member, InvitationForm form, List<String> wrong) {
        return page(member, form)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .modelAttribute("wrong", wrong)
                .build();
    }

    private static Rendering.Builder<?> page(StaffMember member, InvitationForm form) {
        var roles = member.may(Permission.ADMINISTER)
                ? Arrays.stream(Role.values())
                        .filter(role -> role != Role.BUYER && role != Role.SERVICE)
                        .toList()
                : List.of(Role.POS_STAFF);
        return Rendering.view("enrolment/invite")
                .modelAttribute("form", form)
                .modelAttribute("roles", roles)
                .modelAttribute("own", member.locations().stream().sorted().toList());
    }
}
