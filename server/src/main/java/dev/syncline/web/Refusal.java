package dev.syncline.web;

import dev.syncline.journal.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request was refused before it reached an endpoint. Kept with the request, for whoever stands further outside.
 *
 * @param code of the problem document
 * @param actor who asked; null when nobody is known
 */
public record Refusal(String code, @Nullable Actor actor) {

    void isOf(HttpServletRequest request) {
        request.setAttribute(Refusal.class.getName(), this);
    }

    /** Null when it was not. */
    public static Refusal of(HttpServletRequest request) {
        return (Refusal) request.getAttribute(Refusal.class.getName());
    }
}
