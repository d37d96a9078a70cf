/**
 * What a person does about a task, over HTTP: confirm with a preview of what follows and of what the target has now, retry with what has
 * changed since, retry after modification with validation and difference, cancel. Owns no table. Calls {@code task}, which decides what is
 * allowed and does it; {@code synclog} for the answer; {@code application} and {@code permission} to check what was entered; {@code
 * account}, {@code presence}, {@code identity} and {@code mapping} for what is so now.
 */
@NullMarked
package dev.syncline.repair;

import org.jspecify.annotations.NullMarked;
