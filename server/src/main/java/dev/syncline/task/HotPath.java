package dev.syncline.task;

/** Settings of the transactions that every task goes through. */
final class HotPath {

    /**
     * Plans a statement once per connection. The statements of the hot path have one good plan whatever their parameters, and planning
     * one for a handful of tasks over partitions and indexes costs more than running it.
     */
    static final String PLAN_ONCE = "set local plan_cache_mode = force_generic_plan";

    private HotPath() {}
}
