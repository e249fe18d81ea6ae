package vn.ocopmarket.elasticsearch.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@code synonym} and {@code synonym_graph} with inline rules or a file in the configuration folder. The rules pass through
 * the filters before it, so that {@code rượu} and {@code ruou} meet in one form.
 */
final class SynonymFilterFactory extends AbstractTokenFilterFactory {

    /** Whether the words of one synonym stay a graph, or are laid flat for an index analyzer. */
    enum Shape {
        GRAPH,
        FLAT
    }

    private final List<String> rules;
    private final boolean expand;
    private final Shape shape;

    SynonymFilterFactory(String name, Environment environment, Settings settings, Shape shape) {
        super(name);
        this.shape = shape;
        this.expand = settings.getAsBoolean("expand", true);
        this.rules = rules(environment, settings);
    }

    private static List<String> rules(Environment environment, Settings settings) {
        if (!settings.hasValue("synonyms_path")) {
            return settings.getAsList("synonyms");
        }
        List<String> lines = Analysis.getWordList(environment, settings, "synonyms");
        return lines == null ? List.of() : lines;
    }

    @Override
    public TokenStream create(TokenStream input) {
        throw new IllegalStateException("Synonyms are known only within their chain of filters");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
            IndexCreationContext context,
            TokenizerFactory tokenizer,
            List<CharFilterFactory> charFilters,
            List<TokenFilterFactory> before,
            Function<String, TokenFilterFactory> allFilters) {
        return new InChain(name(), parse(tokenizer, before), shape);
    }

    private SynonymMap parse(TokenizerFactory tokenizer, List<TokenFilterFactory> before) {
        try (var chain = new ChainBefore(tokenizer, before)) {
            var parser = new SolrSynonymParser(true, expand, chain);
            parser.parse(new StringReader(String.join("\n", rules)));
            return parser.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalArgumentException("Bad synonym rules in [%s]".formatted(name()), e);
        }
    }

    private record InChain(String name, SynonymMap map, Shape shape) implements TokenFilterFactory {

        @Override
        public TokenStream create(TokenStream input) {
            if (isEmpty(map)) {
                return input;
            }
            var graph = new SynonymGraphFilter(input, map, false);
            return shape == Shape.GRAPH ? graph : new FlattenGraphFilter(graph);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            return IDENTITY_FILTER;
        }

        private static boolean isEmpty(SynonymMap map) {
            @Nullable Object words = map.fst;
            return words == null;
        }
    }

    /** What a word has passed through when it reaches the synonyms. */
    private static final class ChainBefore extends Analyzer {

        private final TokenizerFactory tokenizer;
        private final List<TokenFilterFactory> filters;

        ChainBefore(TokenizerFactory tokenizer, List<TokenFilterFactory> filters) {
            this.tokenizer = tokenizer;
            this.filters = filters;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var source = tokenizer.create();
            TokenStream stream = source;
            for (var filter : filters) {
                stream = filter.getSynonymFilter().create(stream);
            }
            return new TokenStreamComponents(source, stream);
        }
    }
}
