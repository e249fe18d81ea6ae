package vn.ocopmarket.catalog.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commune as it was before 1 July 2025.
 *
 * @param code five digits, empty for a few areas that had none; the same code may name another commune now
 * @param successors the communes that have its land now
 * @param heir the one successor to which all of it, or all of its people, went; null when it was truly split
 */
public record FormerCommune(
        String code,
        String name,
        FormerDistrict district,
        List<Commune> successors,
        @Nullable Commune heir) {

    public FormerCommune {
        successors = List.copyOf(successors);
    }
}
