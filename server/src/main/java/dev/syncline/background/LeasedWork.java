package dev.syncline.background;

/** Work that is kept in the database and outlives the server that began it. */
public interface LeasedWork {

    /** Takes what nobody renews the lease of, and hands it to {@link Workers#submit(java.util.UUID, Runnable)}. Called every few seconds. */
    void takeOver();

    /** The server stops: another one may go on with what this one held at once. */
    void giveBack();
}
