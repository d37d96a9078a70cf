package dev.syncline.access;

import java.util.Set;

/** What somebody who signed in has to do before anything else is possible. */
enum Step {
    /** Nothing: everything the rights allow is possible. */
    NONE("", "/session"),
    /** The password was right; the code of the second factor is missing. */
    CODE("Send the code of your authenticator first (POST /api/v1/session/code); until then nothing else is possible.", "/session/code"),
    /** The password is a one-time one. */
    PASSWORD("Change the one-time password first (POST /api/v1/session/password); until then nothing else is possible.", "/session/password"),
    /** A second factor is required and there is none. */
    SECOND_FACTOR("Set up a second factor first (POST /api/v1/session/second-factor); until then nothing else is possible.",
            "/session/second-factor");

    private static final String API = "/api/v1";
    /** Whoever has begun to sign in may think of another way. */
    private static final Set<String> OTHER_WAYS =
            Set.of(API + "/sign-in/openid", API + "/sign-in/openid/start", API + "/sign-in/openid/callback");
    private static final String SESSION = API + "/session";

    private final String sentence;
    private final String path;

    Step(String sentence, String path) {
        this.sentence = sentence;
        this.path = path;
    }

    /** What to do, for whoever tries something else. */
    String sentence() {
        return sentence;
    }

    boolean allows(String requestPath) {
        return this == NONE || requestPath.equals(SESSION) || OTHER_WAYS.contains(requestPath)
                || requestPath.equals(API + path) || requestPath.startsWith(API + path + "/");
    }
}
