/**
 * LDAP directories (RFC 4511), Active Directory among them: accounts are entries under one base, permissions are groups that
 * list their members, disabling is a value of a configurable attribute. Requests are on record as LDIF change records (RFC
 * 2849), answers as result code, name and diagnostic message. Owns no table, calls nobody but the directory.
 */
@NullMarked
package dev.syncline.connectors.ldap;

import org.jspecify.annotations.NullMarked;
