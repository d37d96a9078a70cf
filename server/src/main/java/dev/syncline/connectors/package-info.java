/**
 * The connectors that come with the product, one package each, and the few words they share. They depend on {@code
 * dev.syncline.connector} and libraries only, own no table and never see the server; the server finds them through {@link
 * java.util.ServiceLoader}.
 */
@NullMarked
package dev.syncline.connectors;

import org.jspecify.annotations.NullMarked;
