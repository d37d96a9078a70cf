package dev.syncline.journal;

/** A form in which a secret may stand in a message. */
sealed interface SecretForm permits EscapedSecret, SecretForm.Literal {

    /** Characters of what is looked for; longer ones are masked first. */
    int length();

    String mask(String text);

    /**
     * Exactly this text.
     *
     * @param mask what takes its place
     */
    record Literal(String text, String mask) implements SecretForm {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public String mask(String message) {
            return message.contains(text) ? message.replace(text, mask) : message;
        }
    }
}
