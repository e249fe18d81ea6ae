package vn.ocopmarket.catalog.proposal.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * All proposals about one product, of which at most one is open. They are kept and written as one, so that a newer one takes
 * the place of the one before in the same write.
 *
 * @param version grows by one with every write
 * @param proposals oldest first
 */
public record ProductProposals(String productId, long version, About about, List<Proposal> proposals) {

    private static final int MOST_KEPT = 40;
    private static final Pattern ID = Pattern.compile("([0-9a-z]{1,32})-(\\d{1,9})");

    public ProductProposals {
        proposals = List.copyOf(proposals);
    }

    /** What lists say of the product, and whose it is; as it was when the last proposal came in. */
    public record About(String slug, String name, String producerId, String producerName, String provinceCode) {

        static About of(ProductRecord product) {
            return new About(
                    product.slug(),
                    product.name(),
                    product.producer().id(),
                    product.producer().name(),
                    product.place().provinceCode());
        }
    }

    /** A proposal's address: which product, and which of its proposals. */
    public record Key(String productId, int number) {

        public static Optional<Key> parse(String id) {
            var matcher = ID.matcher(id);
            return matcher.matches()
                    ? Optional.of(new Key(matcher.group(1), Integer.parseInt(matcher.group(2))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return productId + '-' + number;
        }
    }

    public static ProductProposals none(ProductRecord product) {
        return new ProductProposals(product.id(), 0, About.of(product), List.of());
    }

    public Key key(Proposal proposal) {
        return new Key(productId, proposal.number());
    }

    public Optional<Proposal> numbered(int number) {
        return proposals.stream()
                .filter(proposal -> proposal.number() == number)
                .findFirst();
    }

    public Optional<Proposal> open() {
        return proposals.stream().filter(proposal -> proposal.state().isOpen()).findFirst();
    }

    /** With what is wanted now as its open proposal; the same when it is that already. Not while one is being published. */
    public ProductProposals submit(ProductRecord product, Content wanted, String by, Instant at) {
        var base = Content.of(product);
        var before = open();
        if (before.filter(open -> open.base().equals(base) && open.wanted().equals(wanted))
                .isPresent()) {
            return this;
        }
        var number = proposals.isEmpty() ? 1 : proposals.getLast().number() + 1;
        var all = new ArrayList<Proposal>();
        for (var proposal : proposals) {
            all.add(proposal.state().isOpen() ? moved(proposal, new ProposalState.Superseded(at, number)) : proposal);
        }
        all.add(new Proposal(number, product.revision(), base, wanted, by, at, new ProposalState.Submitted()));
        var kept = all.subList(Math.max(0, all.size() - MOST_KEPT), all.size());
        return new ProductProposals(productId, version + 1, About.of(product), kept);
    }

    /** Null when it may not become that. */
    public @Nullable ProductProposals move(Proposal proposal, ProposalState next) {
        if (!proposal.state().kind().next().contains(next.kind())) {
            return null;
        }
        return new ProductProposals(
                productId,
                version + 1,
                about,
                proposals.stream()
                        .map(one -> one.number() == proposal.number() ? one.in(next) : one)
                        .toList());
    }

    private static Proposal moved(Proposal proposal, ProposalState next) {
        if (!proposal.state().kind().next().contains(next.kind())) {
            throw new IllegalStateException("A proposal that is %s cannot become %s"
                    .formatted(proposal.state().kind(), next.kind()));
        }
        return proposal.in(next);
    }
}
