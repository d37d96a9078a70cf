/**
 * Services that speak SCIM 2.0 (RFC 7643, RFC 7644): accounts are users, permissions are groups, disabling is {@code active}.
 * Mapping targets are SCIM paths. Changes go by PATCH, or by reading and replacing for services that have no PATCH. Owns no
 * table, calls nobody but the service and its token endpoint.
 */
@NullMarked
package dev.syncline.connectors.scim;

import org.jspecify.annotations.NullMarked;
