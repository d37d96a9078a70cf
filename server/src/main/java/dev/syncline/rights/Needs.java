package dev.syncline.rights;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who an endpoint is for: one of these rights is enough. On a method it replaces what the class says. An endpoint that says neither this
 * nor {@link Open} is refused to everybody.
 *
 * <p>A method that takes a {@link Scope} gets the applications in which the caller has one of these rights.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    Right[] value();
}
