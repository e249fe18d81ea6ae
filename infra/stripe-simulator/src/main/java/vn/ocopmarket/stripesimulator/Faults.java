package vn.ocopmarket.stripesimulator;

/**
 * What goes wrong on demand; a field that is not given is off.
 *
 * @param delayMillis before every answer
 * @param errorRate of calls that fail with 500 before anything is done, 0 to 1
 * @param lostAnswerRate of calls that are carried out and never answered, 0 to 1
 * @param down no call is answered at all
 * @param duplicateWebhooks how many more times each webhook is sent
 * @param disorderMillis every webhook waits a random time up to this
 * @param lostWebhookRate of webhooks that are never sent, 0 to 1
 * @param forgedWebhooks whether each webhook is preceded by one with a wrong signature
 */
record Faults(
        int delayMillis,
        double errorRate,
        double lostAnswerRate,
        boolean down,
        int duplicateWebhooks,
        int disorderMillis,
        double lostWebhookRate,
        boolean forgedWebhooks) {

    static final Faults NONE = new Faults(0, 0, 0, false, 0, 0, 0, false);
}
