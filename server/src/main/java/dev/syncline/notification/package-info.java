/**
 * Tells people what needs them: a {@code Rule} says what is watched (failures, a backlog, silence, what waits for a person, a governance
 * run that was stopped), where, how urgent it is and whom it concerns. Whichever server comes first looks, once per minute and rule; what is
 * so is an {@code Alert}, one for each application and cause, from when it begins until it is over, and messages about it go through the
 * outbox of {@code delivery}. Owns the tables {@code notification_rule}, {@code notification_rule_channel} and {@code
 * notification_alert}; the queries that look read, and only read, those of {@code task}, {@code application} and {@code failure}. Calls {@code
 * governance} for runs that are held, {@code personal} to hide what is nobody's business and {@code background} to look beside the requests.
 */
@NullMarked
package dev.syncline.notification;

import org.jspecify.annotations.NullMarked;
