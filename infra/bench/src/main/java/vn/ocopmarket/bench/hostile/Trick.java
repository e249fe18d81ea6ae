package vn.ocopmarket.bench.hostile;

import static vn.ocopmarket.bench.Requests.parameter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A way to be hostile with a query string; the same random numbers give the same one. */
enum Trick {
    VERY_LONG {
        @Override
        String query(RandomGenerator random) {
            return "q=" + parameter(anyOf(random, "a", "đ", "mắm ", "x y ").repeat(1 + random.nextInt(900)));
        }
    },
    CONTROL_CHARACTERS {
        @Override
        String query(RandomGenerator random) {
            return "q="
                    + IntStream.range(0, 1 + random.nextInt(60))
                            .mapToObj(
                                    _ -> parameter(String.valueOf((char) random.nextInt(32))) + anyOf(random, "a", ""))
                            .collect(Collectors.joining());
        }
    },
    LUCENE {
        @Override
        String query(RandomGenerator random) {
            return "q=" + parameter(mix(random, 12, SYNTAX_OF_LUCENE));
        }
    },
    JSON {
        @Override
        String query(RandomGenerator random) {
            return anyOf(random, "q", "group", "cursor", "producerName") + "="
                    + parameter(mix(random, 8, SYNTAX_OF_JSON));
        }
    },
    EMOJI {
        @Override
        String query(RandomGenerator random) {
            return "q=" + parameter(mix(random, 25, PICTURES));
        }
    },
    RIGHT_TO_LEFT {
        @Override
        String query(RandomGenerator random) {
            return "q=" + parameter(mix(random, 12, RIGHT_TO_LEFT_TEXT));
        }
    },
    MANY_FILTERS {
        @Override
        String query(RandomGenerator random) {
            return IntStream.range(0, 1 + random.nextInt(random.nextInt(4) == 0 ? 4_000 : 200))
                    .mapToObj(_ -> aFilter(random))
                    .collect(Collectors.joining("&"));
        }
    },
    DEEP_PAGES {
        @Override
        String query(RandomGenerator random) {
            var sort = anyOf(random, "relevance", "price", "-price", "newest", "stars");
            var place = anyOf(
                    random,
                    "0",
                    "-1",
                    "1E999",
                    "9223372036854775807",
                    "9223372036854775808",
                    "1.5",
                    "NaN",
                    "E",
                    "1E-400");
            var id = anyOf(random, "x", "\u0000", "\"}", "p".repeat(random.nextInt(200)), "😀");
            var q = random.nextBoolean() ? "" : "q=mam&";
            return q + "sort=" + sort + "&limit=" + random.nextInt(120) + "&cursor="
                    + wrapped(sort + "\n" + place + "\n" + id);
        }
    },
    BROKEN_CURSORS {
        @Override
        String query(RandomGenerator random) {
            var bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            return "cursor="
                    + (random.nextBoolean()
                            ? Base64.getUrlEncoder().encodeToString(bytes)
                            : parameter(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
    },
    NUMBERS_AND_DAYS {
        @Override
        String query(RandomGenerator random) {
            var name = anyOf(
                    random, "minPrice", "maxPrice", "limit", "at", "stars", "inStock", "sort", "facets", "literal");
            return name + "=" + parameter(anyOf(random, ODD_VALUES));
        }
    },
    NAMES {
        @Override
        String query(RandomGenerator random) {
            return IntStream.range(0, 1 + random.nextInt(120))
                    .mapToObj(_ -> parameter(anyOf(random, ODD_NAMES)) + anyOf(random, "", "=", "=1", "=%20"))
                    .collect(Collectors.joining("&"));
        }
    },
    BAD_ENCODING {
        @Override
        String query(RandomGenerator random) {
            return "q="
                    + IntStream.range(0, 1 + random.nextInt(20))
                            .mapToObj(_ -> anyOf(
                                    random, "%", "%z", "%zz", "%C3", "%FF", "%00", "%ED%A0%80", "+", "&", ";", "a"))
                            .collect(Collectors.joining());
        }
    },
    COSTLY_WORDS {
        @Override
        String query(RandomGenerator random) {
            var words = IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(_ -> anyOf(
                            random, "a", "b", "n", "nuoc", "mam", "banh", "trang", "xxxx", "ngiiiii", "*", "?", "5 sao",
                            "dưới 1k", "ở"))
                    .collect(Collectors.joining(" "));
            return "q=" + parameter(words.substring(0, Math.min(words.length(), 120)))
                    + anyOf(random, "", "&facets=all");
        }
    },
    UNDERSTOOD_WRONGLY {
        @Override
        String query(RandomGenerator random) {
            return "q=" + parameter(mix(random, 10, UNDERSTOOD));
        }
    };

    private static final List<String> SYNTAX_OF_LUCENE = List.of(
            "AND",
            "OR",
            "NOT",
            "name:",
            "*",
            "?",
            "~10",
            "^1000",
            "[* TO *]",
            "{a TO",
            "\"",
            "\\",
            "(",
            "))",
            "&&",
            "||",
            "!",
            "/.*/",
            "_exists_:id",
            "+",
            "-",
            "mam");
    private static final List<String> SYNTAX_OF_JSON = List.of(
            "{\"query\":{\"match_all\":{}}}",
            "\"}]}",
            "{",
            "[[[[",
            "\\u0000",
            "\\",
            "null",
            "\"script\":\"1\"",
            "\n{}\n",
            "1e9",
            "$where");
    private static final List<String> PICTURES = List.of(
            "😀",
            "👨‍👩‍👧‍👦",
            "🇻🇳",
            "\u200d",
            "\ufe0f",
            "\ufeff",
            "e\u0301\u0323\u0302",
            "\u0301",
            "mắm",
            "\uffff");
    private static final List<String> RIGHT_TO_LEFT_TEXT =
            List.of("\u202e", "\u200f", "سمك", "דגים", "\u2066", "\u2069", "mam", "5 sao");
    private static final List<String> UNDERSTOOD = List.of(
            "5",
            "sao",
            "từ",
            "đến",
            "dưới",
            "999999999 triệu",
            "0k",
            "1,5",
            "k",
            "-",
            "ở",
            "tỉnh",
            "Vĩnh Long",
            "ở Huế",
            "ocop",
            "còn hàng",
            "nước mắm",
            "<",
            "₫");
    private static final List<String> ODD_VALUES = List.of(
            "-1",
            "1e400",
            "NaN",
            "Infinity",
            "99999999999999999999",
            "0x10",
            "１２",
            "٣",
            "1_000",
            " 1",
            "+1",
            "true",
            "TRUE",
            "yes",
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-00-00",
            "2026-02-30",
            "2026-11-21T00:00:00Z",
            "all",
            "none",
            "group,,stars",
            ",",
            "\u0000");
    private static final List<String> ODD_NAMES = List.of(
            "q",
            "",
            " ",
            "q[]",
            "q.x",
            "Q",
            "group",
            "stars",
            "__proto__",
            "class.module",
            "\u0000",
            "\r\nX: y",
            "😀",
            "limit",
            "sort",
            "lang");

    abstract String query(RandomGenerator random);

    /** Whether it makes what is no address at all, which is refused before anybody could name what is wrong with it. */
    boolean mayBeNoAddress() {
        return this == BAD_ENCODING || this == NAMES;
    }

    private static String aFilter(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> "group=%02d".formatted(random.nextInt(40));
            case 1 -> "province=%02d".formatted(random.nextInt(99));
            case 2 -> "commune=%05d".formatted(random.nextInt(99_999));
            case 3 -> "producer=p" + random.nextInt();
            case 4 -> "location=l" + random.nextInt();
            case 5 -> "stars=" + random.nextInt(9);
            case 6 -> "literal=" + anyOf(random, "stars", "price", "all", "x");
            default -> "facets=" + anyOf(random, "all", "group", "none", "x");
        };
    }

    private static String wrapped(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    private static String mix(RandomGenerator random, int most, List<String> pieces) {
        var separator = random.nextBoolean() ? " " : "";
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(_ -> anyOf(random, pieces))
                .collect(Collectors.joining(separator));
    }

    private static String anyOf(RandomGenerator random, String... values) {
        return anyOf(random, List.of(values));
    }

    private static String anyOf(RandomGenerator random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
