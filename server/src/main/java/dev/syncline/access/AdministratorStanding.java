package dev.syncline.access;

import dev.syncline.journal.Actor;
import dev.syncline.rights.RoleAssignments;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Standing;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** As it is when they call: by their roles, and for a token no more than it is limited to. */
@Component
class AdministratorStanding implements Standing {

    private final AdministratorRepository administrators;
    private final ApiTokenRepository tokens;
    private final RoleAssignments roles;

    AdministratorStanding(AdministratorRepository administrators, ApiTokenRepository tokens, RoleAssignments roles) {
        this.administrators = administrators;
        this.tokens = tokens;
        this.roles = roles;
    }

    @Override
    public Rights of(Actor actor) {
        return switch (actor.kind()) {
            case ADMINISTRATOR -> ofAdministrator(actor.someone());
            case API_TOKEN -> tokens.kept(actor.someone()).map(token -> token.limited(ofAdministrator(token.administrator()))).orElse(Rights.NONE);
            case USER, SYSTEM -> Rights.NONE;
        };
    }

    private Rights ofAdministrator(UUID id) {
        return administrators.byId(id).filter(Administrator::enabled).map(one -> roles.rightsOf(one.id())).orElse(Rights.NONE);
    }
}
