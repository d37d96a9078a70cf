/**
 * Who did what with the platform itself: every request that changes something, every sign-in, export and reveal, with who, from where, what
 * was before and after, and how it ended. Nothing of it can be forgotten: an interceptor puts the intent on record before an endpoint
 * runs, a filter the outcome when it is over, and {@link dev.syncline.audit.Audit} is how a feature adds what only it knows. Owns the table
 * {@code audit_entry}, which {@code auditlog} reads; calls {@code journal}, {@code background}, {@code web}, {@code problem}, {@code id}.
 */
@NullMarked
package dev.syncline.audit;

import org.jspecify.annotations.NullMarked;
