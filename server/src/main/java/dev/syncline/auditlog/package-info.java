/**
 * Looking at the audit: list, filters, one entry with its difference, export. Reads {@code audit_entry}, which {@code audit} writes; owns
 * no table. For those who may see the audit, and nobody else.
 */
package dev.syncline.auditlog;
