/**
 * From a user to the attributes of a target: CEL expressions (Common Expression Language) over {@code user}, {@code organization}
 * and {@code account}. Owns the table {@code attribute_mapping}. Calls {@code identity} for what a user is made of, nobody else.
 */
@NullMarked
package dev.syncline.mapping;

import org.jspecify.annotations.NullMarked;
