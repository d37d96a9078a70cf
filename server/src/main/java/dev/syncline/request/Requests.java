package dev.syncline.request;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.request.RequestRepository.Filter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking at requests, and talking about them. */
@Service
public class Requests {

    private final RequestRepository repository;
    private final StepRepository steps;
    private final RequestViews views;
    private final Timeline timeline;

    Requests(RequestRepository repository, StepRepository steps, RequestViews views, Timeline timeline) {
        this.repository = repository;
        this.steps = steps;
        this.views = views;
        this.timeline = timeline;
    }

    /** What people call these requests: "Request 1042". Unknown ones are missing. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : repository.numbers(ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> "Request " + entry.getValue()));
    }

    List<RequestView> page(Filter filter, @Nullable UUID before, int limit, Actor reader) {
        return views.of(repository.page(filter, before, limit), reader);
    }

    List<RequestView> askedOf(Actor user, boolean open, @Nullable UUID from, int limit) {
        return views.of(repository.askedOf(user.id(), open, from, limit), user);
    }

    int countAskedOf(Actor user) {
        return repository.countAskedOf(user.id());
    }

    RequestView detail(UUID id, Actor reader) {
        return views.detail(visible(id, reader), reader);
    }

    @Transactional
    public void comment(UUID id, String comment, Actor actor) {
        AccessRequest request = visible(id, actor);
        if (request.status() != AccessRequest.Status.WAITING) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE,
                    "Request " + request.number() + " has been decided; nobody would read a comment on it.");
        }
        timeline.add(id, RequestEvent.Kind.COMMENTED, actor, comment);
    }

    /** Users see what they asked for, what is for them, and what they are or were asked to decide. */
    private AccessRequest visible(UUID id, Actor reader) {
        return repository.find(id)
                .filter(request -> reader.kind() != Actor.Kind.USER || request.concerns(reader.id()) || isAsked(id, reader.id()))
                .orElseThrow(() -> ProblemException.notFound("access request", id));
    }

    private boolean isAsked(UUID request, @Nullable UUID user) {
        return steps.of(List.of(request)).getOrDefault(request, List.of()).stream()
                .anyMatch(step -> step.asked().stream().anyMatch(asked -> asked.person().id().equals(user)));
    }
}
