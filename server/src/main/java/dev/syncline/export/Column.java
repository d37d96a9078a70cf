package dev.syncline.export;

import java.util.function.Function;

/** A column of a CSV file: its head, and where its cells come from. */
public record Column<T>(String name, Function<T, Object> value) {}
