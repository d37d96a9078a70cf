/**
 * The suite every connector passes. A connector's test extends {@link dev.syncline.testkit.ConnectorContract} and describes its
 * target as a {@link dev.syncline.testkit.Subject}; the rest is here: the contract in parts (accounts, listing, organizations and
 * groups, promises, targets that misbehave), a record that checks how it is used, a proxy that loses answers, and a target that
 * behaves as badly as targets do.
 */
package dev.syncline.testkit;
