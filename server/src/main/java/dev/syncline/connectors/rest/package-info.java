/**
 * Applications with a REST interface of their own: each action is a request made from templates (Mustache), answered at once or
 * later at a callback address.
 *
 * <p>Templates know {@code name}, {@code remoteId}, {@code taskId}, {@code attributes.X}, {@code attributesJson} (all of them as
 * a JSON object, null where one is cleared; written with three braces), the lists {@code bind} and {@code unbind} of permissions
 * ({@code id}, {@code kind}, {@code name}, {@code value}), {@code permission} in the requests that bind and unbind one, and
 * {@code callbackUrl}; the request that lists knows {@code offset}, {@code page}, {@code limit} and {@code cursor}. Values are escaped for where they stand: JSON in bodies, percent-encoding in URLs. A placeholder without a
 * value ends in an INVALID failure that names it. Owns no table, calls nobody but the application.
 */
@NullMarked
package dev.syncline.connectors.rest;

import org.jspecify.annotations.NullMarked;
