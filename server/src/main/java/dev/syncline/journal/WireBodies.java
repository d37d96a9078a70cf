package dev.syncline.journal;

import java.util.UUID;

/**
 * How headers and bodies of wire messages are stored: compressed, and sealed after that when it is switched on. The row's codec says which; rows
 * of both kinds are read, whatever is switched on.
 */
public final class WireBodies {

    /** A sealed row's codec is that of what was sealed, plus this. */
    public static final int SEALED = 100;

    /** Without keys: for what is stored in clear alone. */
    public static final WireBodies CLEAR = new WireBodies(BodySeal.NONE, false);

    private final BodySeal seal;
    private final boolean sealing;

    /** @param sealing whether new ones are sealed */
    public WireBodies(BodySeal seal, boolean sealing) {
        this.seal = seal;
        this.sealing = sealing;
    }

    /** The codec new rows are written with. */
    int codec() {
        return sealing ? BodyCodec.CURRENT + SEALED : BodyCodec.CURRENT;
    }

    byte[] encode(UUID taskId, String text) {
        byte[] body = BodyCodec.encode(text);
        return sealing ? seal.seal(taskId, body) : body;
    }

    /** @throws IllegalArgumentException for a codec this version does not know */
    public String decode(UUID taskId, int codec, byte[] body) {
        boolean sealed = codec >= SEALED && body.length > 0;
        return BodyCodec.decode(codec % SEALED, sealed ? seal.open(taskId, body) : body);
    }
}
