package dev.syncline.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators. */
@RestController
@RequestMapping("/api/v1/users/batch")
@Tag(name = "Users")
@Needs(Right.ADMINISTER_PEOPLE)
class UserBatchController {

    private final UserBatches batches;

    UserBatchController(UserBatches batches) {
        this.batches = batches;
    }

    /** @param goodOnly whether bad entries are left out; without it one bad entry refuses all */
    record Body(List<UserEntry> entries, Boolean goodOnly) {}

    /**
     * @param index of the entry, from 0
     * @param message only when it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(int index, UserOutcome.Result result, @Nullable UUID userId, @Nullable String message) {}

    /** @param batchId of the batch that keeps the results, and to which the tasks belong that follow */
    record Answer(UUID batchId, List<Result> results) {}

    @PostMapping
    @Operation(
            summary = "Create, update, enable, disable and delete up to 10,000 users",
            description = "By user name, in one transaction, evaluated together. What an entry leaves out stays as it is; an empty text clears."
                    + " Organizations are named by their code, managers by their user name; a manager may be created by the same batch.")
    Answer make(@RequestBody Body body, Actor actor) {
        if (body.entries() == null || body.entries().isEmpty()) {
            throw ProblemException.invalid("entries", "Send at least one entry.");
        }
        if (body.entries().size() > UserBatches.MOST) {
            throw ProblemException.invalid("entries", "At most " + UserBatches.MOST + " users can be changed in one batch, not "
                    + body.entries().size() + ". Send several batches, or upload a file.");
        }
        if (body.entries().stream().anyMatch(Objects::isNull)) {
            throw ProblemException.invalid("entries", "An entry must be an object, not null.");
        }
        UserBatches.Done done = batches.make(body.entries(), Boolean.TRUE.equals(body.goodOnly()), actor);
        return new Answer(done.batch().id(), IntStream.range(0, done.outcomes().size())
                .mapToObj(index -> result(index, done.outcomes().get(index)))
                .toList());
    }

    private static Result result(int index, UserOutcome outcome) {
        return new Result(index, outcome.result(), outcome.userId(), outcome.message());
    }
}
