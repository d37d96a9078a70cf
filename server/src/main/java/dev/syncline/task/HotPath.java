package dev.syncline.task;

/** Settings of the transactions that every task goes through. */
final class HotPath {

    /**
     * Plans a statement once per connection. The statements of the hot path have one good plan whatever their parameters, and planning
     * one for a handful of tasks over partitions and indexes costs more than running it.
     */
    static final String PLAN_ONCE = "set local plan_cache_mode = force_generic_plan;";

    /**
     * Lets the planner go by index and row by row only. It cannot know that a claim is a handful of tasks: it takes it for a tenth of all
     * that is queued, and statistics from before a large import say that the table is small, so it would read and sort the whole table
     * for every claim.
     */
    static final String BY_INDEX = """
            set local enable_seqscan = off;
            set local enable_sort = off;
            set local enable_hashjoin = off;
            set local enable_mergejoin = off;
            set local enable_material = off;
            """;

    private HotPath() {}
}
