package dev.syncline.repair;

import dev.syncline.journal.Veil;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.synclog.Difference;
import dev.syncline.task.Parameters;
import java.util.List;
import java.util.Map;

/**
 * Corrected parameters after they were checked.
 *
 * @param parameters what would be sent, secrets replaced by the marker
 * @param newSecrets secret values that were entered anew
 * @param errors what is wrong; empty when it can be sent
 */
record Correction(Parameters parameters, Map<String, String> newSecrets, List<FieldError> errors, List<Difference> difference) {

    /** For a reader who may not see personal values. */
    Correction behind(Veil veil) {
        return new Correction(parameters, newSecrets, errors, difference.stream().map(one -> one.behind(veil)).toList());
    }

    /** @throws ProblemException INVALID_INPUT with every error */
    void refuseBad() {
        if (!errors.isEmpty()) {
            throw new ProblemException(ErrorCode.INVALID_INPUT, errors.size() == 1
                    ? errors.getFirst().message()
                    : "The parameters cannot be sent as they are: " + errors.size() + " things must be corrected first.", errors);
        }
    }

    @Override
    public String toString() {
        return "Correction[" + difference.size() + " changes, " + errors.size() + " errors]";
    }
}
