package dev.syncline.delivery;

import dev.syncline.connector.Settings;
import dev.syncline.connectors.Destinations;
import dev.syncline.connectors.Trust;
import dev.syncline.connectors.http.Urls;
import dev.syncline.problem.ProblemException.FieldError;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Gathers what is wrong with settings. */
final class Wishes {

    private final Settings settings;
    private final List<FieldError> errors = new ArrayList<>();

    Wishes(Settings settings) {
        this.settings = settings;
    }

    Wishes required(String name, String otherwise) {
        return matching(name, value -> true, otherwise);
    }

    /** It has to be there and to be right. */
    Wishes matching(String name, Predicate<String> right, String otherwise) {
        if (settings.find(name).filter(right).isEmpty()) {
            errors.add(new FieldError(name, otherwise));
        }
        return this;
    }

    /** It may be left out, but not be wrong. */
    Wishes optional(String name, Predicate<String> right, String otherwise) {
        return settings.find(name).isEmpty() ? this : matching(name, right, otherwise);
    }

    Wishes url(String name) {
        Optional<String> refused = settings.find(name).filter(Wishes::isUrl).flatMap(url -> Destinations.current().complaint(URI.create(url.strip()).getHost()));
        if (refused.isPresent()) {
            errors.add(new FieldError(name, refused.get()));
            return this;
        }
        return matching(name, Wishes::isUrl, "Give the address as https://host/path.");
    }

    Wishes trust() {
        return optional(Trust.FIELD.name(), _ -> usable(() -> Trust.of(settings)), "This is no PEM certificate: it begins with -----BEGIN CERTIFICATE-----.");
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    private static boolean isUrl(String text) {
        return usable(() -> {
            if (Urls.absolute("url", text).getUserInfo() != null) {
                throw new IllegalArgumentException("A password in an address is read by whoever sees the address.");
            }
        });
    }

    private static boolean usable(Runnable use) {
        try {
            use.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
