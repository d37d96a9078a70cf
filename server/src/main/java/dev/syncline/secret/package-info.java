/**
 * Seals secrets before they are stored and opens them when they are needed. The keys lie beside the data or come from the
 * environment, never in the database. Owns no table, calls nobody.
 */
package dev.syncline.secret;
