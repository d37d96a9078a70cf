package dev.syncline.lifecycle;

import dev.syncline.account.Account;
import dev.syncline.intake.Origin;
import dev.syncline.mapping.Subject;

/** An account whose user or organization has changed. */
record TrackedAccount(Account account, Subject before, Subject after, Origin origin) {}
