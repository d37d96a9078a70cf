package dev.syncline.integrity;

import java.util.List;

/**
 * A row as it is sealed: every value as text, in an order that is never changed.
 *
 * @param fixed what stays for ever
 * @param personal what may be erased
 */
record Row(List<String> fixed, List<String> personal) {}
