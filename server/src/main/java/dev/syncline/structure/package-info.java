/**
 * Organizations and groups as synchronized objects: tells the applications that want it of every change, and of all there is when that is
 * switched on. Owns the table {@code presence_refresh}. Calls {@code identity}, {@code application}, {@code account} and
 * {@code presence}; tasks come about through {@code intake}.
 */
@NullMarked
package dev.syncline.structure;

import org.jspecify.annotations.NullMarked;
