/**
 * Sample applications to provision into: real listeners on the loopback interface that keep what they are told in memory,
 * can be looked into, and misbehave on demand ({@link dev.syncline.samples.Faults}). The demo starts them in the server's
 * process, tests drive them. Knows nothing of the server. The Feishu open platform has a package of its own, {@code feishu}.
 */
package dev.syncline.samples;
