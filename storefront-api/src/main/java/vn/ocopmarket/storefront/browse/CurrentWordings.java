package vn.ocopmarket.storefront.browse;

import java.util.List;
import java.util.function.Supplier;
import vn.ocopmarket.storefront.browse.domain.Wordings;
import vn.ocopmarket.storefront.wording.ShippedWordings;
import vn.ocopmarket.storefront.wording.WordingChanges;
import vn.ocopmarket.storefront.wording.WordingsInForce;

/** The shipped words with what officers changed; made anew only when that changes. */
final class CurrentWordings implements ShippedWordings, Supplier<Wordings> {

    private final Wordings shipped;
    private final WordingsInForce inForce;
    private volatile Made last;

    CurrentWordings(Wordings shipped, WordingsInForce inForce) {
        this.shipped = shipped;
        this.inForce = inForce;
        this.last = new Made(WordingChanges.NONE, shipped);
    }

    private record Made(WordingChanges of, Wordings wordings) {}

    /** The same object as long as nothing changes. */
    @Override
    public Wordings get() {
        var changes = inForce.now();
        var made = last;
        if (made.of() != changes) {
            made = new Made(changes, shipped.with(changes.added(), changes.off()));
            last = made;
        }
        return made.wordings();
    }

    @Override
    public List<Came> all() {
        return shipped.rows().stream()
                .map(row -> new Came(row.key(), row.kind(), row.said(), row.meant(), row.why()))
                .toList();
    }

    @Override
    public boolean isLeftOut(String word) {
        return shipped.isExtra(word);
    }
}
