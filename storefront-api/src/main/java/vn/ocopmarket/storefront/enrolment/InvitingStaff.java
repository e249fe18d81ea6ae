package vn.ocopmarket.storefront.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.AccountLinks;
import vn.ocopmarket.storefront.account.OneTimeLink;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.notification.SendingMail;

/** Invites people to work here. The account is there at once and is nobody's until its owner chose a password. */
public final class InvitingStaff {

    private static final Duration VALID = Duration.ofDays(7);
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+");
    private static final Set<Role> NOBODY_IS_INVITED_AS = Set.of(Role.BUYER, Role.SERVICE);

    private final AccountLinks accounts;
    private final NewLinks links;
    private final Letters letters;
    private final SendingMail sending;
    private final Clock clock;

    InvitingStaff(AccountLinks accounts, NewLinks links, Letters letters, SendingMail sending, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.letters = letters;
        this.sending = sending;
        this.clock = clock;
    }

    /**
     * Never empty. Inviting again before the link was used sends a new one, and the old one is void; as long as it is open, only
     * who sent it may, or an administrator.
     */
    public Mono<InvitationOutcome> invite(StaffMember inviter, Invitation invitation) {
        if (!mayInvite(inviter, invitation)) {
            return Mono.just(new InvitationOutcome.NotYours());
        }
        var wrong = wrong(invitation);
        if (!wrong.isEmpty()) {
            return Mono.just(new InvitationOutcome.Invalid(wrong));
        }
        return Mono.defer(() -> send(inviter, invitation));
    }

    private Mono<InvitationOutcome> send(StaffMember inviter, Invitation invitation) {
        var token = links.token();
        var now = clock.instant();
        var by = new AccountLinks.Inviter(inviter.accountId(), inviter.may(Permission.ADMINISTER));
        return accounts.invite(invitation.member(), OneTimeLink.of(token, now.plus(VALID)), by, now)
                .flatMap(invited -> switch (invited) {
                    case DONE ->
                        sending.send(letters.invitation(invitation.email(), inviter.email(), token))
                                .thenReturn(new InvitationOutcome.Invited(invitation.email()));
                    case MEMBER_ALREADY -> Mono.just(new InvitationOutcome.AlreadyMember(invitation.email()));
                    case BY_ANOTHER -> Mono.just(new InvitationOutcome.InvitedByAnother(invitation.email()));
                });
    }

    /** A manager takes in staff for the manager's own counters; everything else is the administrator's. */
    private static boolean mayInvite(StaffMember inviter, Invitation invitation) {
        if (inviter.may(Permission.ADMINISTER)) {
            return true;
        }
        return invitation.role() == Role.POS_STAFF
                && invitation.scope().stream()
                        .allMatch(location -> inviter.may(Permission.INVITE_STAFF, Where.location(location)));
    }

    private static List<String> wrong(Invitation invitation) {
        var wrong = new ArrayList<String>();
        if (invitation.email().length() > LONGEST_EMAIL
                || !EMAIL.matcher(invitation.email()).matches()) {
            wrong.add("email");
        }
        if (NOBODY_IS_INVITED_AS.contains(invitation.role())) {
            wrong.add("role");
        }
        if (invitation.scope().isEmpty() && invitation.role() != Role.ADMINISTRATOR) {
            wrong.add("scope");
        }
        return wrong;
    }
}
