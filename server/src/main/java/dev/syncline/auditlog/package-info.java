/**
 * Looking at the audit: list, filters, one entry with its difference, export. Reads {@code audit_entry}, which {@code audit} writes; owns
 * no table. Calls {@code personal} for what its reader may see. For those who may see the audit, and nobody else.
 */
@NullMarked
package dev.syncline.auditlog;

import org.jspecify.annotations.NullMarked;
