package dev.syncline.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something to be told on a channel, on behalf of a rule. */
public record NewDelivery(Channel channel, @Nullable UUID ruleId, @Nullable String ruleName, Message message) {}
