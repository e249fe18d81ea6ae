package vn.ocopmarket.storefront.orderview.web;

import java.time.Instant;
import vn.ocopmarket.storefront.banktransfer.TransferSlips.Slip;
import vn.ocopmarket.storefront.banktransfer.TransferSlips.Waiting;
import vn.ocopmarket.storefront.pages.QrSvg;

/**
 * What the page shows to pay by transfer.
 *
 * @param minutes that are left, of which the last one has begun
 */
record TransferPanel(Slip slip, QrSvg qr, Instant until, long minutes) {

    static TransferPanel of(Waiting waiting) {
        var seconds = Math.max(0, waiting.left().toSeconds());
        return new TransferPanel(
                waiting.slip(), QrSvg.of(waiting.slip().payload()), waiting.until(), Math.ceilDiv(seconds, 60L));
    }
}
