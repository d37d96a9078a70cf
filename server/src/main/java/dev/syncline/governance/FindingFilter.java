package dev.syncline.governance;

import java.util.Set;
import java.util.UUID;

/** Which findings; null and an empty set mean any. */
record FindingFilter(Family family, UUID checkId, UUID applicationId, UUID userId, Set<Finding.Status> statuses) {}
