package dev.syncline.notification;

import dev.syncline.delivery.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told of.
 *
 * @param applicationIds where; empty for everywhere
 * @param channelIds whom it tells
 * @param repeatMinutes after which what is still so is told again; null: it is told once
 * @param tellWhenOver whether its end is told too
 * @param withNames whether messages may name accounts and quote what applications said; otherwise they have numbers alone
 * @param quiet hours in which nothing is sent; null for none
 * @param mute null unless somebody muted it
 * @param lookedAt null before the first look
 * @param problem why the last look failed; null when it did not
 */
record Rule(
        UUID id,
        String name,
        boolean enabled,
        Condition condition,
        List<UUID> applicationIds,
        Severity severity,
        List<UUID> channelIds,
        @Nullable Integer repeatMinutes,
        boolean tellWhenOver,
        boolean withNames,
        @Nullable Hours quiet,
        @Nullable Mute mute,
        @Nullable Instant lookedAt,
        @Nullable String problem,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    record Mute(Instant until, String by, @Nullable String because) {}

    boolean isSilent(Instant now) {
        return mute != null && now.isBefore(mute.until()) || quiet != null && quiet.covers(now);
    }

    /** Whether what was told then is told again. */
    boolean repeats(Instant toldAt, Instant now) {
        return repeatMinutes != null && !now.isBefore(toldAt.plus(Duration.ofMinutes(repeatMinutes)));
    }
}
