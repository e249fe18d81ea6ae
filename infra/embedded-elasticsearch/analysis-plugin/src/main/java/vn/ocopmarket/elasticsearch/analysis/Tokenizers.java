package vn.ocopmarket.elasticsearch.analysis;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.elasticsearch.index.analysis.PreConfiguredTokenizer;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The tokenizers by their stock names; {@code standard} comes with the server. */
final class Tokenizers {

    private static final Map<String, Supplier<Tokenizer>> BY_NAME = Map.of(
            "keyword", KeywordTokenizer::new,
            "whitespace", WhitespaceTokenizer::new,
            "letter", LetterTokenizer::new);

    private Tokenizers() {}

    static Map<String, AnalysisProvider<TokenizerFactory>> configurable() {
        return BY_NAME.entrySet().stream().collect(Collectors.toMap(Entry::getKey, tokenizer -> {
            var make = tokenizer.getValue();
            return (index, environment, name, settings) -> TokenizerFactory.newFactory(name, make);
        }));
    }

    static List<PreConfiguredTokenizer> preConfigured() {
        return BY_NAME.entrySet().stream()
                .map(tokenizer -> PreConfiguredTokenizer.singleton(tokenizer.getKey(), tokenizer.getValue()))
                .toList();
    }
}
