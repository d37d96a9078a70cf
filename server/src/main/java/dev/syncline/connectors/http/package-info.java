/**
 * What the connectors that speak HTTP share: a client that puts every request on record before it sends it, follows no
 * redirect, reads no more than a megabyte and waits no longer than it may; and the judgement of a status (RFC 9110). Owns no
 * table, calls nobody but the target.
 */
@NullMarked
package dev.syncline.connectors.http;

import org.jspecify.annotations.NullMarked;
