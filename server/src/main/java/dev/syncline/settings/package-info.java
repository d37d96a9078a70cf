/**
 * What an operator can set: the properties under {@code syncline.*}, whose environment variables are {@code SYNCLINE_*}.
 * Owns no table, calls nobody.
 */
@NullMarked
package dev.syncline.settings;

import org.jspecify.annotations.NullMarked;
