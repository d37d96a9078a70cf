package dev.syncline.journal;

/**
 * How much of a message is kept.
 *
 * @param maxBody characters of a body; what is beyond is cut and the cut noted
 */
public record CaptureLimits(int maxBody) {

    public static final CaptureLimits DEFAULT = new CaptureLimits(64 * 1024);
}
