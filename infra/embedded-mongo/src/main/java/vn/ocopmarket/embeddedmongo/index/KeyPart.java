package vn.ocopmarket.embeddedmongo.index;

import java.util.List;

/** One field of an index: a dotted path and its direction. */
public record KeyPart(String path, List<String> steps, boolean ascending) {

    KeyPart(String path, boolean ascending) {
        this(path, List.of(path.split("\\.", -1)), ascending);
    }

    String root() {
        return steps.getFirst();
    }
}
