/**
 * What every HTTP endpoint shares: problem documents, pages and cursors, entity tags, idempotency keys, the limit of a body,
 * the acting person as a controller's argument, the console's files. Knows no domain word. Owns the table
 * {@code idempotency_key}; calls only {@code problem}.
 */
@NullMarked
package dev.syncline.web;

import org.jspecify.annotations.NullMarked;
