package dev.syncline.integrity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The hashes of the chain, all SHA-256. Every value is preceded by its length, so that no two lists of values look alike. */
final class Hashes {

    static final int LENGTH = 32;
    private static final String FORMAT = "syncline-1";

    private Hashes() {}

    /** Of what stays of some rows. */
    static byte[] fixed(String table, List<Row> rows) {
        MessageDigest digest = begin("fixed", table);
        rows.forEach(row -> add(digest, row.fixed()));
        return digest.digest();
    }

    /** A commitment to what may be erased: binding while it is there, and telling nothing once the salt is gone. */
    static byte[] personal(String table, List<Row> rows, byte[] salt) {
        MessageDigest digest = begin("personal", table);
        digest.update(salt);
        rows.forEach(row -> add(digest, row.personal()));
        return digest.digest();
    }

    static byte[] part(byte[] fixed, byte[] personal) {
        MessageDigest digest = sha256();
        digest.update(fixed);
        digest.update(personal);
        return digest.digest();
    }

    /** All parts of a record, one after the other. */
    static byte[] parts(Kind kind, List<List<Row>> tables, byte[] salt) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int i = 0; i < kind.tables().size(); i++) {
            String table = kind.tables().get(i);
            parts.writeBytes(part(fixed(table, tables.get(i)), personal(table, tables.get(i), salt)));
        }
        return parts.toByteArray();
    }

    /** The same of a record whose personal parts were erased: their commitments were kept. */
    static byte[] partsErased(Kind kind, List<List<Row>> tables, byte[] kept) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int i = 0; i < kind.tables().size(); i++) {
            parts.writeBytes(part(fixed(kind.tables().get(i), tables.get(i)), Arrays.copyOfRange(kept, i * LENGTH, (i + 1) * LENGTH)));
        }
        return parts.toByteArray();
    }

    /** The commitments to what is about to be erased. */
    static byte[] commitments(Kind kind, List<List<Row>> tables, byte[] salt) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (int i = 0; i < kind.tables().size(); i++) {
            kept.writeBytes(personal(kind.tables().get(i), tables.get(i), salt));
        }
        return kept.toByteArray();
    }

    static byte[] leaf(Kind kind, UUID id, byte[] parts) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        add(digest, kind.name());
        add(digest, id.toString());
        digest.update(parts);
        return digest.digest();
    }

    /** RFC 9162, section 2.1.1, but that a node without a neighbour goes up as it is. */
    static byte[] root(List<byte[]> leaves) {
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
            }
            level = above;
        }
        return level.getFirst();
    }

    /** Of a text as it is, in UTF-8. */
    static byte[] plain(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    static byte[] batch(long number, Instant sealedAt, int records, byte[] root, byte[] previous) {
        MessageDigest digest = begin("batch", "sealed_batch");
        digest.update(ByteBuffer.allocate(20).putLong(number).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt)).putInt(records).array());
        digest.update(root);
        digest.update(previous);
        return digest.digest();
    }

    /** Adds an id to a sum over ids, which is the same in whatever order they come: which records a notice is about. */
    static byte[] plus(byte[] sum, UUID id) {
        MessageDigest digest = begin("ids", "sealed_notice");
        add(digest, id.toString());
        byte[] added = new BigInteger(1, sum).add(new BigInteger(1, digest.digest())).toByteArray();
        byte[] kept = new byte[LENGTH];
        int length = Math.min(LENGTH, added.length);
        System.arraycopy(added, added.length - length, kept, LENGTH - length, length);
        return kept;
    }

    private static MessageDigest begin(String what, String table) {
        MessageDigest digest = sha256();
        add(digest, FORMAT);
        add(digest, what);
        add(digest, table);
        return digest;
    }

    private static void add(MessageDigest digest, List<String> values) {
        digest.update(ByteBuffer.allocate(4).putInt(values.size()).array());
        values.forEach(value -> add(digest, value));
    }

    private static void add(MessageDigest digest, String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).array());
        if (bytes != null) {
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
