/**
 * Which modules are switched on, and what is out of reach without them. {@link dev.syncline.modules.Module} says what belongs to
 * which; {@code ModuleGuard} is the one place that refuses requests, and what runs by a schedule asks {@link
 * dev.syncline.modules.Modules}. Tasks that exist go on running whatever is switched off. Owns the table {@code module_switches}.
 * Calls nobody but the ground.
 */
@NullMarked
package dev.syncline.modules;

import org.jspecify.annotations.NullMarked;
