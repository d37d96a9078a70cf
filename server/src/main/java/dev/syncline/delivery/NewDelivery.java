package dev.syncline.delivery;

import java.util.UUID;

/** Something to be told on a channel, on behalf of a rule. */
public record NewDelivery(Channel channel, UUID ruleId, String ruleName, Message message) {}
