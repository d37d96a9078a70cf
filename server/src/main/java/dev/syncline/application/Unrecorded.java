package dev.syncline.application;

import dev.syncline.connector.Exchanges;
import dev.syncline.connector.WireRequest;
import dev.syncline.connector.WireResponse;

/** For looking at a target without a task: nothing is kept, so nothing can leak. */
public enum Unrecorded implements Exchanges {
    EXCHANGES;

    @Override
    public Exchange begin(WireRequest request) {
        return Silent.EXCHANGE;
    }

    @Override
    public void secret(String value) {
        // Nothing is recorded, so there is nothing to mask.
    }

    private enum Silent implements Exchange {
        EXCHANGE;

        @Override
        public void answered(WireResponse response) {
            // Looked at by the connector only.
        }

        @Override
        public void broken(String what) {
            // The connector says it in its own answer.
        }
    }
}
