package dev.syncline.web;

import java.util.Map;

/** How errors are told where a standard of its own says so; everywhere else they are problem documents. */
public interface ErrorFormat {

    boolean isSpokenAt(String path);

    String mediaType();

    /** @param detail a sentence that says what to change */
    Map<String, Object> body(int status, String detail);
}
