package dev.syncline.bulkrepair;

/** How many tasks that were asked for are not in the plan, and why. */
record LeftOut(Why why, int tasks) {}
