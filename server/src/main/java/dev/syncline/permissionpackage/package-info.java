/**
 * Permission packages: accounts and permissions of several applications that are granted together, by a policy (the provisioning half)
 * or on request (the request half). Owns the tables {@code permission_package} and {@code permission_package_item}. Calls {@code
 * application} and {@code permission} to know that what a package holds exists; whoever builds on packages implements {@link
 * dev.syncline.permissionpackage.PackageUse}.
 */
package dev.syncline.permissionpackage;
