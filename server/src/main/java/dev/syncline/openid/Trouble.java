package dev.syncline.openid;

/** The provider did not do what it should have; the message is a sentence for who set it up, without secrets. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    Trouble(String sentence) {
        super(sentence);
    }

    Trouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
