package vn.ocopmarket.indexer.reconcile;

import java.util.Arrays;

/**
 * Which ids were seen, in eight bytes each. Two ids may share a hash, so it says "seen" of a few it has not; it never
 * forgets one.
 */
final class SeenIds {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] hashes = new long[1_024];
    private int size;
    private boolean sorted = true;

    void add(String id) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash(id);
        sorted = false;
    }

    boolean contains(String id) {
        if (!sorted) {
            Arrays.sort(hashes, 0, size);
            sorted = true;
        }
        return Arrays.binarySearch(hashes, 0, size, hash(id)) >= 0;
    }

    private static long hash(String id) {
        var hash = FNV_OFFSET;
        for (var i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
