package vn.ocopmarket.elasticsearch.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** The token filters by their stock names. */
final class TokenFilters {

    private TokenFilters() {}

    static Map<String, AnalysisProvider<TokenFilterFactory>> configurable() {
        return Map.ofEntries(
                Map.entry("lowercase", characters(LowerCaseFilter::new)),
                Map.entry("trim", characters(TrimFilter::new)),
                Map.entry("reverse", characters(ReverseStringFilter::new)),
                Map.entry("asciifolding", (index, environment, name, settings) -> asciiFolding(name, settings)),
                Map.entry("edge_ngram", (index, environment, name, settings) -> edgeNGram(name, settings)),
                Map.entry("ngram", (index, environment, name, settings) -> nGram(name, settings)),
                Map.entry("length", (index, environment, name, settings) -> length(name, settings)),
                Map.entry(
                        "remove_duplicates",
                        (index, environment, name, settings) ->
                                new ChangesTokens(name, RemoveDuplicatesTokenFilter::new)),
                Map.entry(
                        "synonym",
                        AnalysisPlugin.requiresAnalysisSettings(
                                (index, environment, name, settings) -> new SynonymFilterFactory(
                                        name, environment, settings, SynonymFilterFactory.Shape.FLAT))),
                Map.entry(
                        "synonym_graph",
                        AnalysisPlugin.requiresAnalysisSettings(
                                (index, environment, name, settings) -> new SynonymFilterFactory(
                                        name, environment, settings, SynonymFilterFactory.Shape.GRAPH))));
    }

    static List<PreConfiguredTokenFilter> preConfigured() {
        return List.of(
                PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new),
                PreConfiguredTokenFilter.singleton("trim", true, TrimFilter::new),
                PreConfiguredTokenFilter.singleton("reverse", true, ReverseStringFilter::new),
                PreConfiguredTokenFilter.singleton("remove_duplicates", false, RemoveDuplicatesTokenFilter::new),
                PreConfiguredTokenFilter.singleton(
                        "edge_ngram", false, false, input -> new EdgeNGramTokenFilter(input, 1, 2, false)));
    }

    private static AnalysisProvider<TokenFilterFactory> characters(UnaryOperator<TokenStream> filter) {
        return (index, environment, name, settings) -> new ChangesCharacters(name, filter);
    }

    private static TokenFilterFactory asciiFolding(String name, Settings settings) {
        // With the original kept, two tokens come out of one, which a normalizer cannot take.
        return settings.getAsBoolean("preserve_original", false)
                ? new ChangesTokens(name, input -> new ASCIIFoldingFilter(input, true))
                : new ChangesCharacters(name, input -> new ASCIIFoldingFilter(input, false));
    }

    private static TokenFilterFactory edgeNGram(String name, Settings settings) {
        int min = settings.getAsInt("min_gram", 1);
        int max = settings.getAsInt("max_gram", 2);
        boolean keep = settings.getAsBoolean("preserve_original", false);
        return new ChangesTokens(name, input -> new EdgeNGramTokenFilter(input, min, max, keep));
    }

    private static TokenFilterFactory nGram(String name, Settings settings) {
        int min = settings.getAsInt("min_gram", 1);
        int max = settings.getAsInt("max_gram", 2);
        boolean keep = settings.getAsBoolean("preserve_original", false);
        return new ChangesTokens(name, input -> new NGramTokenFilter(input, min, max, keep));
    }

    private static TokenFilterFactory length(String name, Settings settings) {
        int min = settings.getAsInt("min", 0);
        int max = settings.getAsInt("max", Integer.MAX_VALUE);
        return new ChangesTokens(name, input -> new LengthFilter(input, min, max));
    }

    /** One token in, one token out: also fit for normalizers and for prefix and wildcard queries. */
    private record ChangesCharacters(String name, UnaryOperator<TokenStream> filter)
            implements NormalizingTokenFilterFactory {

        @Override
        public TokenStream create(TokenStream input) {
            return filter.apply(input);
        }
    }

    /** May add or drop tokens, so it stays out of normalizers and of the parsing of synonym rules. */
    private record ChangesTokens(String name, UnaryOperator<TokenStream> filter) implements TokenFilterFactory {

        @Override
        public TokenStream create(TokenStream input) {
            return filter.apply(input);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            return IDENTITY_FILTER;
        }
    }
}
