package vn.ocopmarket.storefront.enrolment;

import java.util.List;

/** What came of an invitation. */
public sealed interface InvitationOutcome {

    /** The letter is on its way. */
    record Invited(String email) implements InvitationOutcome {}

    /** The inviter may not give that role there. */
    record NotYours() implements InvitationOutcome {}

    /** Somebody with that address works here already. */
    record AlreadyMember(String email) implements InvitationOutcome {}

    /** Somebody else has invited that address, and the invitation is still open. */
    record InvitedByAnother(String email) implements InvitationOutcome {}

    /** @param fields names of those that cannot be as they are */
    record Invalid(List<String> fields) implements InvitationOutcome {

        public Invalid {
            fields = List.copyOf(fields);
        }
    }
}
