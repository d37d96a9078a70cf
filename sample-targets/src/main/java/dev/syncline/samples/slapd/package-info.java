/**
 * A real OpenLDAP server ({@code slapd}) as a child process with a configuration, a folder and a loopback port of its own, for
 * tests and for the benchmark. Installs Debian's package when it runs as root and the program is missing.
 */
package dev.syncline.samples.slapd;
