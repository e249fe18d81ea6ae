package vn.ocopmarket.storefront.pages;

import java.util.Locale;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns what strangers write into HTML that does no harm: paragraphs, emphasis, lists, quotations and links to the web.
 * Everything else, HTML above all, comes out as the text it is.
 */
public final class Markup {

    private static final int DEEPEST = 12;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(ListBlock.class, BlockQuote.class))
            .maxOpenBlockParsers(DEEPEST)
            .postProcessor(Markup::harmless)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .attributeProviderFactory(_ -> (node, _, attributes) -> {
                if (node instanceof Link) {
                    attributes.put("rel", "nofollow ugc noopener noreferrer");
                    attributes.remove("title");
                }
            })
            .build();

    private Markup() {}

    public static String toHtml(String markup) {
        return RENDERER.render(PARSER.parse(markup));
    }

    /** Pictures come by a way of their own, with a text for who cannot see them; links lead to the web or nowhere. */
    private static Node harmless(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                visitChildren(image);
                unwrap(image);
            }

            @Override
            public void visit(Link link) {
                visitChildren(link);
                if (!leadsToTheWeb(link.getDestination())) {
                    unwrap(link);
                }
            }
        });
        return document;
    }

    private static boolean leadsToTheWeb(String address) {
        var start = address.toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://");
    }

    private static void unwrap(Node wrapper) {
        var child = wrapper.getFirstChild();
        while (child != null) {
            var next = child.getNext();
            wrapper.insertBefore(child);
            child = next;
        }
        wrapper.unlink();
    }
}
