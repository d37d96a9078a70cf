package dev.syncline.delivery;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of messages, in the language of the channel they go to: {@code texts.properties} beside the class they belong to. */
public final class Texts {

    private final ResourceBundle bundle;
    private final Language language;

    private Texts(ResourceBundle bundle, Language language) {
        this.bundle = bundle;
        this.language = language;
    }

    public static Texts of(Class<?> owner, Language language) {
        ResourceBundle.Control exact = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle(owner.getPackageName() + ".texts", language.locale(), owner.getClassLoader(), exact), language);
    }

    public Language language() {
        return language;
    }

    /** @param values for {0}, {1}, ...: see {@link MessageFormat} */
    public String say(String key, Object@Nullable ... values) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(values);
    }
}
