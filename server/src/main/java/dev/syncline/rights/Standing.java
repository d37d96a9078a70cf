package dev.syncline.rights;

import dev.syncline.journal.Actor;

/** What somebody may do who is not the caller of the running request. */
public interface Standing {

    /**
     * What it is now, whatever it was when that one did something. A token counts also when its time is over since, but not when it was
     * revoked: then nobody knows whose hand it was.
     *
     * @return nothing for who is gone or disabled, and for who is no administrator
     */
    Rights of(Actor actor);
}
