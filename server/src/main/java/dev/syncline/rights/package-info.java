/**
 * What may be done: the fine {@link dev.syncline.rights.Right}s, the {@link dev.syncline.rights.Role}s made of them, the {@link
 * dev.syncline.rights.Needs} of each endpoint, and the {@link dev.syncline.rights.Scope} of applications a right counts in. Every edge
 * may name it. Owns the tables {@code administrator_role} and {@code administrator_application}; calls only {@code journal}, {@code
 * problem}.
 */
@NullMarked
package dev.syncline.rights;

import org.jspecify.annotations.NullMarked;
