package vn.ocopmarket.storefront.pages.web;

import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page shows.
 *
 * @param lang of this page
 * @param canonical its address without a language
 * @param vietnamese the same page in Vietnamese
 * @param english the same page in English
 * @param q what was searched for, to keep it in the box
 * @param done name of the message that a redirect asked for
 * @param inCart how many units are in the cart
 * @param adult whether who looks at it gave a date of birth that lets them see alcohol
 * @param styles address of the style sheet, with its fingerprint
 * @param script address of our script, with its fingerprint
 * @param htmx address of htmx
 */
record Layout(
        String lang,
        String path,
        String canonical,
        String vietnamese,
        String english,
        String q,
        @Nullable String done,
        int inCart,
        boolean adult,
        String styles,
        String script,
        String htmx) {}
