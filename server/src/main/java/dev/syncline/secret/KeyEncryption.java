package dev.syncline.secret;

import java.security.GeneralSecurityException;

/**
 * Encrypts the key set that lies in the database. The key this is done with is not in the database: it lies in a file or comes from the
 * environment; a key management service is a third implementation.
 */
public interface KeyEncryption {

    /** @param context bound to what is wrapped */
    byte[] wrap(byte[] keySet, byte[] context) throws GeneralSecurityException;

    /** @throws GeneralSecurityException when it was wrapped with another key */
    byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException;

    /** Where the key is, in words: "the file keys/syncline.keyset of the home folder". */
    String where();
}
