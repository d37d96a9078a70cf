package dev.syncline.samples.feishu;

import java.time.Duration;

/**
 * So many requests to one API in a stretch of time.
 *
 * @param window starts with the first request in it
 */
public record RateLimit(int requests, Duration window) {}
