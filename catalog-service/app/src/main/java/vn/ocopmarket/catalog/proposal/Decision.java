package vn.ocopmarket.catalog.proposal;

import java.util.List;
import vn.ocopmarket.catalog.proposal.domain.FieldRef;
import vn.ocopmarket.catalog.proposal.domain.ProductProposals;
import vn.ocopmarket.catalog.proposal.domain.Proposal;
import vn.ocopmarket.catalog.proposal.domain.ProposalState.Kind;

/** What came of deciding on a proposal. */
public sealed interface Decision {

    /** So it stands now. */
    record Decided(ProductProposals proposals, Proposal proposal) implements Decision {}

    /** There is none of that id, or the caller may not know of it. */
    record Unknown() implements Decision {}

    /** It is past that. */
    record NotNow(Kind state) implements Decision {}

    /** Somebody changed the same fields of the product in the meantime; it waits as before. */
    record Collides(List<FieldRef> fields) implements Decision {

        public Collides {
            fields = List.copyOf(fields);
        }
    }

    /** A SKU or GTIN of a new pack belongs to another product; it waits as before. */
    record Taken(String field, String value) implements Decision {}
}
