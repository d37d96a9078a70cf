/**
 * Proof that the log and the audit are as they were: settled tasks and ended audit entries are chained by hash in signed batches, off the hot
 * path, and {@code ./syncline verify-log} checks a database or an export without this server. Owns {@code sealed_batch}, {@code
 * sealed_record}, {@code sealed_notice}, {@code seal_state} and {@code seal_again}; reads {@code task} and what hangs on it, and {@code
 * audit_entry}; calls {@code secret} for the signature and nobody else but the ground.
 */
@NullMarked
package dev.syncline.integrity;

import org.jspecify.annotations.NullMarked;
