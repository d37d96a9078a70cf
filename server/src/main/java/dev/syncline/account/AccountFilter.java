package dev.syncline.account;

import dev.syncline.rights.Scope;
import java.util.UUID;

/**
 * Which accounts; null means any.
 *
 * @param text part of the name
 * @param visible in which applications at most
 * @param orphan whether it has no user
 */
public record AccountFilter(UUID applicationId, UUID userId, Account.Status status, String text, Boolean orphan, Scope visible) {}
