package dev.syncline.governance;

import java.time.Instant;

/**
 * What a reviewer decides about a finding.
 *
 * @param action REMEDIATE: what is done; null otherwise
 * @param side REMEDIATE of a separation of duties: which side; null for the rule's
 * @param until PASS: when the exception ends; null otherwise
 */
record Decision(Kind decision, Remedy action, Definition.Side side, String reason, Instant until) {

    enum Kind {
        REMEDIATE,
        /** Let it pass for a while. */
        PASS
    }
}
