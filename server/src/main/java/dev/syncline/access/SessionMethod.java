package dev.syncline.access;

/** How somebody signed in. */
enum SessionMethod {
    PASSWORD,
    OPENID_CONNECT
}
