package dev.syncline.savedview;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.CONFLICT;
import static dev.syncline.problem.ErrorCode.FORBIDDEN;

import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.rights.Scope;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds and keeps views. Names are unique, whatever their case, among what is shared and among what somebody has alone. */
@Service
class SavedViews {

    /** So many one person can still find something in. */
    static final int MOST = 200;

    private final SavedViewRepository repository;
    private final Ids ids;
    private final Clock clock;

    SavedViews(SavedViewRepository repository, Ids ids, Clock clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is shared and what is the reader's own; shared ones are for those who see every application, whose names they tell. */
    List<SavedView> page(Actor reader, Scope sees, String afterName, UUID afterId, int limit) {
        return repository.page(reader.id(), sees.isAll(), afterName, afterId, limit);
    }

    /** @throws ProblemException NOT_FOUND also for what is somebody else's alone */
    SavedView get(UUID id, Actor reader, Scope sees) {
        return repository.find(id).filter(view -> view.isOf(reader) || view.shared() && sees.isAll())
                .orElseThrow(() -> ProblemException.notFound("saved view", id));
    }

    @Transactional
    SavedView create(ViewBody body, Actor owner) {
        if (repository.count(owner.id()) >= MOST) {
            throw new ProblemException(CONFLICT, "You have saved " + MOST + " views already; delete one that is no longer needed first.");
        }
        SavedView made = new SavedView(ids.next(), body.name().strip(), body.address(), body.isShared(), owner.someone(), owner.name(), 1,
                clock.instant());
        try {
            repository.insert(made);
        } catch (DuplicateKeyException e) {
            throw nameTaken(body);
        }
        return made;
    }

    @Transactional
    SavedView update(UUID id, int version, ViewBody body, Actor actor, Scope sees) {
        SavedView before = changeable(id, version, actor, sees);
        try {
            return repository.update(id, version, body, clock.instant()).orElseThrow(() -> ETags.mismatch(what(before)));
        } catch (DuplicateKeyException e) {
            throw nameTaken(body);
        }
    }

    @Transactional
    void delete(UUID id, int version, Actor actor, Scope sees) {
        SavedView before = changeable(id, version, actor, sees);
        if (!repository.delete(id, version)) {
            throw ETags.mismatch(what(before));
        }
    }

    StartView start(Actor reader, Scope sees) {
        return repository.start(reader.id(), sees.isAll()).orElse(StartView.USUAL);
    }

    @Transactional
    StartView startWith(StartView view, Actor reader, Scope sees) {
        if ((view.viewId() == null) == (view.shipped() == null)) {
            throw ProblemException.invalid("viewId", "Name one view: either viewId, or shipped.");
        }
        String address = view.viewId() == null ? null : get(view.viewId(), reader, sees).address();
        repository.startWith(reader.id(), view);
        return new StartView(view.viewId(), view.shipped(), address);
    }

    private SavedView changeable(UUID id, int version, Actor actor, Scope sees) {
        SavedView view = get(id, actor, sees);
        if (!view.mayBeChangedBy(actor)) {
            throw new ProblemException(FORBIDDEN, what(view) + " is " + view.ownerName() + "'s. Save what you need as a view of your own.");
        }
        ETags.match(version, view.version(), what(view));
        return view;
    }

    private static String what(SavedView view) {
        return "The view " + view.name();
    }

    private static ProblemException nameTaken(ViewBody wanted) {
        String among = wanted.isShared() ? "There is already a shared view called " : "You already have a view called ";
        return new ProblemException(ALREADY_EXISTS, among + wanted.name().strip() + ".",
                List.of(new FieldError("name", "The name is taken; choose another.")));
    }
}
