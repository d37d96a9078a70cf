package dev.syncline.policy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What saving a draft would do.
 *
 * @param complete whether everybody was looked at; when not, the counts are of those who were
 * @param lookedAt enabled users who were looked at
 * @param total enabled users
 * @param inScope users for whom the condition holds
 * @param users how many users gain, lose, keep something
 * @param sample the first of each kind
 */
record SimulationResult(
        boolean complete,
        int lookedAt,
        int total,
        int inScope,
        Map<Line.Kind, Integer> users,
        List<ApplicationCounts> applications,
        Map<Line.Kind, List<LineView>> sample) {

    /**
     * What would happen in one application.
     *
     * @param lines accounts and permissions gained, lost, kept, left
     * @param changes of accounts by kind; what a user would see as tasks, or as effects at once without data synchronization
     * @param blocked accounts that cannot be created yet
     */
    record ApplicationCounts(
            UUID applicationId, String applicationName, Map<Line.Kind, Integer> lines, Map<ChangeKind, Integer> changes, int blocked) {}

    enum ChangeKind {
        CREATE,
        ENABLE,
        UPDATE,
        DISABLE,
        DELETE
    }
}
