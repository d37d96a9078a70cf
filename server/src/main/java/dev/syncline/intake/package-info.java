/**
 * The one door through which changes of accounts ({@code Intake}), and of organizations and groups ({@code ObjectIntake}), become
 * tasks. Whatever the source, it says what should change and why; this package works out what that means for each account, keeps it as
 * wanted, and opens the tasks, all in the caller's transaction. Where data synchronization is off it lets the change take effect
 * at once instead. Also the REST endpoints by which an administrator changes accounts. Owns no table. Calls {@code account}, {@code
 * application}, {@code identity}, {@code mapping}, {@code permission}, {@code presence} and {@code task}.
 */
@NullMarked
package dev.syncline.intake;

import org.jspecify.annotations.NullMarked;
