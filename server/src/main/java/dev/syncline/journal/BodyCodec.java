package dev.syncline.journal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Text to the bytes that are stored and back. Messages are short and alike, so a dictionary trained on such messages makes them a
 * quarter of their size. A dictionary is never changed, only a new one added under the next number: rows name the one they need.
 */
public final class BodyCodec {

    /** Plain UTF-8. */
    public static final int PLAIN = 0;

    /** The dictionary new rows are written with. */
    public static final int CURRENT = 1;

    private static final int LEVEL = 3;
    private static final byte[] DICTIONARY = dictionary(CURRENT);
    private static final ZstdDictCompress COMPRESS = new ZstdDictCompress(DICTIONARY, LEVEL);
    private static final ZstdDictDecompress DECOMPRESS = new ZstdDictDecompress(DICTIONARY);

    // A context's working memory costs more to make than a short message to compress, so contexts are used again; there are never
    // more than threads that encode at the same time.
    private static final Queue<ZstdCompressCtx> IDLE = new ConcurrentLinkedQueue<>();

    private BodyCodec() {}

    public static byte[] encode(String text) {
        ZstdCompressCtx idle = IDLE.poll();
        ZstdCompressCtx context = idle != null ? idle : new ZstdCompressCtx().loadDict(COMPRESS);
        byte[] encoded = context.compress(text.getBytes(StandardCharsets.UTF_8));
        IDLE.add(context);
        return encoded;
    }

    /** @throws IllegalArgumentException for a codec this version does not know */
    public static String decode(int codec, byte[] body) {
        if (body.length == 0) {
            // Erased: what was there, and how it was encoded, is no more.
            return "";
        }
        return switch (codec) {
            case PLAIN -> new String(body, StandardCharsets.UTF_8);
            case CURRENT -> inflate(body);
            default -> throw new IllegalArgumentException("Unknown codec " + codec + ": the row was written by a newer version.");
        };
    }

    private static String inflate(byte[] body) {
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            byte[] text = context.loadDict(DECOMPRESS).decompress(body, Math.toIntExact(Zstd.getFrameContentSize(body)));
            return new String(text, StandardCharsets.UTF_8);
        }
    }

    private static byte[] dictionary(int number) {
        String name = "wire-" + number + ".zdict";
        try (InputStream in = BodyCodec.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The dictionary " + name + " is missing from the class path.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
