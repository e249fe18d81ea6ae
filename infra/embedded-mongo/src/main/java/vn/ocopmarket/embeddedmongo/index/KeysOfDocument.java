package vn.ocopmarket.embeddedmongo.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes the keys a document has in an index. An array gives one key for each element, and fields inside the same
 * array take their values from the same element; two independent arrays in one index are refused.
 */
final class KeysOfDocument {

    /** Stands for an array without elements, which is neither null nor a value. */
    private static final List<Object> EMPTY_ARRAY = List.of();

    private final List<KeyPart> parts;
    private final List<@Nullable Object[]> keys = new ArrayList<>(1);
    private final BitSet arrays = new BitSet();
    private boolean anyPresent;

    private KeysOfDocument(List<KeyPart> parts) {
        this.parts = parts;
    }

    static KeysOfDocument of(Document document, List<KeyPart> parts) {
        KeysOfDocument keys = new KeysOfDocument(parts);
        Object[] from = new Object[parts.size()];
        Arrays.fill(from, document);
        keys.expand(from, new int[from.length]);
        return keys;
    }

    List<@Nullable Object[]> keys() {
        return keys;
    }

    /** Which parts of the index went through an array. */
    BitSet arrays() {
        return arrays;
    }

    boolean anyPresent() {
        return anyPresent;
    }

    /** Walks every part from a value and a number of steps already taken, up to its end or the first array. */
    private void expand(@Nullable Object[] values, int[] taken) {
        @Nullable Object[] reached = values.clone();
        int[] steps = taken.clone();
        int first = -1;
        for (int i = 0; i < reached.length; i++) {
            walk(reached, steps, i);
            if (isExpandable(reached[i], steps[i], i)) {
                arrays.set(i);
                if (first < 0) {
                    first = i;
                } else if (!sameArray(first, steps[first], i, steps[i])) {
                    throw new CannotIndexParallelArraysError(
                            List.of(parts.get(first).path(), parts.get(i).path()));
                }
            }
        }
        if (first < 0) {
            finish(reached);
        } else {
            expandArray(reached, steps, (Collection<?>) reached[first]);
        }
    }

    private void expandArray(@Nullable Object[] values, int[] steps, @Nullable Collection<?> array) {
        Collection<?> elements = array == null || array.isEmpty() ? Arrays.asList((Object) null) : array;
        for (Object element : elements) {
            @Nullable Object[] next = values.clone();
            int[] nextSteps = steps.clone();
            for (int i = 0; i < next.length; i++) {
                if (values[i] == array) {
                    boolean atEnd = steps[i] == parts.get(i).steps().size();
                    next[i] = atEnd && elements != array ? EMPTY_ARRAY : atEnd ? element : inside(element);
                    nextSteps[i] = atEnd ? steps[i] + 1 : steps[i];
                }
            }
            expand(next, nextSteps);
        }
    }

    private static Object inside(@Nullable Object element) {
        return element instanceof Document document ? document : Missing.getInstance();
    }

    private void walk(@Nullable Object[] values, int[] steps, int part) {
        List<String> path = parts.get(part).steps();
        while (steps[part] < path.size()) {
            String step = path.get(steps[part]);
            switch (values[part]) {
                case Document document -> values[part] = document.getOrMissing(step);
                case List<?> list when isPosition(step) -> values[part] = elementAt(list, step);
                case Collection<?> _ -> {
                    return;
                }
                case null, default -> values[part] = Missing.getInstance();
            }
            steps[part]++;
        }
    }

    private boolean isExpandable(@Nullable Object value, int steps, int part) {
        return value instanceof Collection<?>
                && steps <= parts.get(part).steps().size();
    }

    private boolean sameArray(int a, int stepsOfA, int b, int stepsOfB) {
        return stepsOfA == stepsOfB
                && parts.get(a)
                        .steps()
                        .subList(0, stepsOfA)
                        .equals(parts.get(b).steps().subList(0, stepsOfB));
    }

    private void finish(@Nullable Object[] reached) {
        for (int i = 0; i < reached.length; i++) {
            if (reached[i] instanceof Missing) {
                reached[i] = null;
            } else {
                anyPresent = true;
            }
        }
        keys.add(reached);
    }

    private static boolean isPosition(String step) {
        return !step.isEmpty() && step.length() < 10 && step.chars().allMatch(Character::isDigit);
    }

    private static @Nullable Object elementAt(List<?> list, String step) {
        int position = Integer.parseInt(step);
        return position < list.size() ? list.get(position) : Missing.getInstance();
    }
}
