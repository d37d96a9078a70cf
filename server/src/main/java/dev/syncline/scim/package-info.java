/**
 * Inbound SCIM 2.0 (RFC 7643, RFC 7644) at {@code /scim/v2}: an identity provider or an HR system keeps users and groups here. The
 * library scim-sdk-server speaks the protocol; this package says what a resource means to the platform. Owns the table {@code scim_user};
 * its searches also read {@code users}, {@code user_group} and {@code user_group_member}. Calls {@code identity}, through whose doors all
 * changes go, so that whatever reacts to changes of users reacts to these; and {@code web}, {@code problem}, {@code id}.
 */
@NullMarked
package dev.syncline.scim;

import org.jspecify.annotations.NullMarked;
