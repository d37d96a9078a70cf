/**
 * The benchmark harness: one command, a figure beside the limit it is held against, both measured in the same run on the same machine.
 * Benchmarks are no tests: they tell, they do not fail.
 */
package dev.syncline.bench;
