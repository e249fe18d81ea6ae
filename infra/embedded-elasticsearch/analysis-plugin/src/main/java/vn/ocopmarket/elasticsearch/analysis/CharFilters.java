package vn.ocopmarket.elasticsearch.analysis;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredCharFilter;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** The character filters by their stock names. */
final class CharFilters {

    private CharFilters() {}

    static Map<String, AnalysisProvider<CharFilterFactory>> configurable() {
        return Map.of(
                "html_strip",
                (index, environment, name, settings) -> new Filter(name, HTMLStripCharFilter::new, false),
                "mapping",
                AnalysisPlugin.requiresAnalysisSettings(
                        (index, environment, name, settings) -> mapping(name, settings)),
                "pattern_replace",
                AnalysisPlugin.requiresAnalysisSettings(
                        (index, environment, name, settings) -> patternReplace(name, settings)));
    }

    static List<PreConfiguredCharFilter> preConfigured() {
        return List.of(PreConfiguredCharFilter.singleton("html_strip", false, HTMLStripCharFilter::new));
    }

    private static CharFilterFactory mapping(String name, Settings settings) {
        var builder = new NormalizeCharMap.Builder();
        for (var rule : settings.getAsList("mappings")) {
            var sides = rule.split("=>", 2);
            if (sides.length != 2) {
                throw new IllegalArgumentException("char filter [%s]: no => in mapping [%s]".formatted(name, rule));
            }
            builder.add(sides[0].strip(), sides[1].strip());
        }
        var map = builder.build();
        return new Filter(name, input -> new MappingCharFilter(map, input), true);
    }

    private static CharFilterFactory patternReplace(String name, Settings settings) {
        var pattern = settings.get("pattern");
        if (pattern == null) {
            throw new IllegalArgumentException("char filter [%s]: pattern is missing".formatted(name));
        }
        var compiled = Pattern.compile(pattern);
        var replacement = settings.get("replacement", "");
        return new Filter(name, input -> new PatternReplaceCharFilter(compiled, replacement, input), true);
    }

    private record Filter(String name, UnaryOperator<Reader> filter, boolean normalizes) implements CharFilterFactory {

        @Override
        public Reader create(Reader input) {
            return filter.apply(input);
        }

        @Override
        public Reader normalize(Reader input) {
            return normalizes ? filter.apply(input) : input;
        }
    }
}
