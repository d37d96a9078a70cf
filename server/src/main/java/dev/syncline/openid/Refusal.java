package dev.syncline.openid;

/** Why a sign-in at the provider ended without a session. Names are stable: the sign-in page has a sentence for each. */
enum Refusal {
    /** It is switched off. */
    OFF,
    /** It took too long, was ended in another browser, or twice. */
    EXPIRED,
    /** The person said no, or the provider did. */
    CANCELLED,
    /** The provider did not do what it should have; the server's log says what. */
    PROVIDER,
    /** The claims lack the name. */
    NO_NAME,
    UNKNOWN,
    NAME_TAKEN,
    DISABLED,
    NO_ROLE
}
