package dev.syncline.runner;

import dev.syncline.account.Accounts;
import dev.syncline.application.Targets;
import dev.syncline.callback.CallbackUrls;
import dev.syncline.journal.Journal;
import dev.syncline.journal.WireBodies;
import dev.syncline.presence.Presences;
import dev.syncline.task.Overdue;
import dev.syncline.task.Settlements;
import dev.syncline.task.TaskClaims;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a runner works with; any number of runners can be made of it. */
@Component
record RunnerParts(
        TaskClaims claims,
        Settlements settlements,
        Overdue overdue,
        Journal journal,
        Targets targets,
        Accounts accounts,
        Presences presences,
        CallbackUrls callbackUrls,
        Pauses pauses,
        Servers live,
        WireBodies bodies,
        JsonMapper json,
        Clock clock) {

    Judge judge() {
        return new Judge(RandomGenerator.getDefault());
    }
}
