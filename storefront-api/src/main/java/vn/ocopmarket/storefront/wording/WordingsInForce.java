package vn.ocopmarket.storefront.wording;

/** What counts in searches of this instance at the moment; the last good state while nothing newer can be read. */
public final class WordingsInForce {

    private volatile WordingChanges now = WordingChanges.NONE;

    /** The same object as long as nothing changes. */
    public WordingChanges now() {
        return now;
    }

    void use(WordingChanges changes) {
        if (!changes.equals(now)) {
            now = changes;
        }
    }
}
