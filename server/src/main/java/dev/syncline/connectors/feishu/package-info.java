/**
 * Feishu and Lark: accounts are users of the contacts, organizations are departments, permissions are user groups, disabling is
 * freezing, deletion is resignation. Speaks the open platform's contact API, version 3, over the recording client, with a tenant access
 * token of its own for each application. What an answer's code means stands in {@link dev.syncline.connectors.feishu.Meaning}. Owns no
 * table, calls nobody but the open platform.
 */
@NullMarked
package dev.syncline.connectors.feishu;

import org.jspecify.annotations.NullMarked;
