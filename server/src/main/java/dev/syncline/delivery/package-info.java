/**
 * Takes messages to people: channels (mail, webhook, Feishu bot), and the outbox. Whoever has something to tell puts it into the {@link
 * dev.syncline.delivery.Outbox} in the transaction of its cause; it is sent afterwards, outside of any transaction, again and again until
 * the receiver has taken it or enough is enough. A message keeps its id, so that a receiver can tell a repetition. Owns the tables {@code
 * notification_channel}, {@code notification_delivery} and {@code notification_attempt}. Calls {@code background} to work beside the
 * requests, {@code secret} to seal, {@code callback} for signatures, and the HTTP client of {@code connectors}.
 */
@NullMarked
package dev.syncline.delivery;

import org.jspecify.annotations.NullMarked;
