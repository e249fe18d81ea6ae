package vn.ocopmarket.catalog.stamp.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All numbers that are written alike, and which batch each is of: on a roll no number is printed twice, so that a stamp can
 * be told by its number alone.
 *
 * @param revision grows by one with every claim
 */
public record Roll(String id, long revision, List<Claim> claims) {

    public Roll {
        claims = List.copyOf(claims);
    }

    /** Places of the roll that are a batch's. */
    public record Claim(String batch, Span span) {}

    public static Roll empty(String id) {
        return new Roll(id, 0, List.of());
    }

    /** One that has some of those numbers already. */
    public Optional<Claim> against(Span wanted) {
        return claims.stream()
                .filter(claim -> claim.span().common(wanted).isPresent())
                .findFirst();
    }

    public Roll with(Claim claim) {
        return new Roll(
                id,
                revision + 1,
                Stream.concat(claims.stream(), Stream.of(claim)).toList());
    }
}
