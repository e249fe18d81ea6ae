package vn.ocopmarket.bench.hostile;

import java.util.List;

/** What hostile query strings are made of. */
final class Pieces {

    static final List<String> LUCENE = List.of(
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

    static final List<String> JSON = List.of(
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

    static final List<String> PICTURES = List.of(
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

    static final List<String> RIGHT_TO_LEFT =
            List.of("\u202e", "\u200f", "سمك", "דגים", "\u2066", "\u2069", "mam", "5 sao");

    static final List<String> UNDERSTOOD = List.of(
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

    static final List<String> ODD_VALUES = List.of(
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

    static final List<String> ODD_NAMES = List.of(
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

    static final List<String> COSTLY = List.of(
            "a", "b", "n", "nuoc", "mam", "banh", "trang", "xxxx", "ngiiiii", "*", "?", "5 sao", "dưới 1k", "ở");

    private Pieces() {}
}
