/**
 * Identity Governance: application account policies (dormant, orphan and duplicate accounts) and compliance rules (separation of
 * duties, forbidden grants, unjustified grants). Both are a {@code Check}; a {@code Run} of it reads the target where it has to, finds
 * page by page what the check objects to, stops before it would touch too much, and does what the check says, group by group, in the
 * background. A {@code Finding} stays the same as long as it is there; the tasks it leads to name it as their cause. Owns the tables
 * {@code governance_check}, {@code governance_run}, {@code governance_listed}, {@code governance_finding} and {@code
 * governance_run_finding}; the queries that look for findings read, and only read, those of {@code account}, {@code permission}, {@code
 * identity} and {@code entitlement}. Calls {@code intake} for every change, {@code background} to work beside the requests, {@code
 * application} to reach targets, and {@code modules}.
 */
@NullMarked
package dev.syncline.governance;

import org.jspecify.annotations.NullMarked;
