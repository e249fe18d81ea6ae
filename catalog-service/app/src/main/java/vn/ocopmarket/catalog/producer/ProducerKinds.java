package vn.ocopmarket.catalog.producer;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.text.VietnameseText;

/** Legal forms of producers: how lists write them, and which name begins with which. */
public final class ProducerKinds {

    private final Map<String, String> kindsByWords = new LinkedHashMap<>();
    private final String other;

    private ProducerKinds(String other) {
        this.other = other;
    }

    /** Reads the table that ships with the service; its last line is the form of those that say nothing. */
    public static ProducerKinds load() {
        var stream = Objects.requireNonNull(ProducerKinds.class.getResourceAsStream("producer-kinds.csv"));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var rows = csv.stream().toList();
            var kinds = new ProducerKinds(rows.getLast().getField("kind"));
            rows.forEach(
                    row -> kinds.kindsByWords.put(VietnameseText.slug(row.getField("words")), row.getField("kind")));
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form as declared, or else as the name tells it. */
    public String of(@Nullable String declared, String name) {
        if (declared != null && !declared.isBlank()) {
            return kindsByWords.getOrDefault(VietnameseText.slug(declared), VietnameseText.canonical(declared));
        }
        var slug = VietnameseText.slug(name) + '-';
        return kindsByWords.entrySet().stream()
                .filter(kind -> slug.startsWith(kind.getKey() + '-'))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(other);
    }
}
