package dev.syncline.connector;

/**
 * The record of what goes over the wire. A connector calls {@link #begin} before it sends anything, sends only after it has
 * returned, and then says how the exchange ended. The record masks secrets itself; a connector passes the text as it is.
 */
public interface Exchanges {

    /**
     * Puts a request on record. Returns once it is durable; only then may the request be sent.
     *
     * @throws RuntimeException when it could not be put on record; the request must then not be sent
     */
    Exchange begin(WireRequest request);

    /**
     * Declares a value learned on the way (an access token, a session cookie) as secret. It is masked wherever it occurs in
     * what is recorded after this call; call it before the response that carries it is recorded.
     */
    void secret(String value);

    /** One exchange under way. Exactly one of the two methods is called, once. */
    interface Exchange {

        /** The target answered. */
        void answered(WireResponse response);

        /** No answer came: what happened instead, in a sentence. */
        void broken(String what);
    }
}
