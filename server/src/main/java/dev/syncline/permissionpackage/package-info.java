/**
 * Permission packages: accounts and permissions of several applications that are granted together, by a policy (the provisioning half)
 * or on request (the request half). Owns the tables {@code permission_package} and {@code permission_package_item}. Calls {@code
 * application} and {@code permission} to know that what a package holds exists; whoever builds on packages implements {@link
 * dev.syncline.permissionpackage.PackageUse}.
 */
@NullMarked
package dev.syncline.permissionpackage;

import org.jspecify.annotations.NullMarked;
