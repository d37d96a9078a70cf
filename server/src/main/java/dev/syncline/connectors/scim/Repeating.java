package dev.syncline.connectors.scim;

import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;

/** Reads, edits and writes again when someone else wrote in between (412, RFC 9110 section 13.1.1). */
final class Repeating {

    private static final int TIMES = 4;

    private Repeating() {}

    interface ReadAndWrite {
        HttpReply once() throws Stopped;
    }

    /** The last answer, whatever its status. */
    static HttpReply onConflict(ReadAndWrite work) throws Stopped {
        HttpReply reply = work.once();
        for (int time = 1; reply.status() == 412 && time < TIMES; time++) {
            reply = work.once();
        }
        return reply;
    }
}
