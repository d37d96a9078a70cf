/**
 * Sign-in at an identity provider with OpenID Connect: authorization code flow with PKCE, state and nonce, roles from claims, sign-out there too.
 * Owns the tables {@code openid_settings}, {@code openid_sign_in} and {@code openid_session}; sessions and administrators belong to {@code
 * access}, which it calls with {@code identity}, {@code journal}, {@code rights}, {@code secret}, {@code settings}, {@code web}, {@code
 * problem}, {@code audit}.
 */
@NullMarked
package dev.syncline.openid;

import org.jspecify.annotations.NullMarked;
