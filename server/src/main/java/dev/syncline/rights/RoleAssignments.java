package dev.syncline.rights;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which roles administrators have, and what they may do by them. */
@Service
public class RoleAssignments {

    private final RoleRepository roles;
    private final Ownership ownership;

    RoleAssignments(RoleRepository roles, Ownership ownership) {
        this.roles = roles;
        this.ownership = ownership;
    }

    /** What an administrator may do now. Nothing for one without a role. */
    public Rights rightsOf(UUID administrator) {
        Set<Role> all = of(administrator);
        return Rights.of(all, applicationsOf(administrator, all));
    }

    /** The applications in which alone some of these roles' rights count; empty when there is no such role. */
    public Set<UUID> applicationsOf(UUID administrator, Set<Role> all) {
        return all.stream().anyMatch(Role::isOfApplications) ? ownership.ofAdministrator(administrator) : Set.of();
    }

    public Set<Role> of(UUID administrator) {
        return of(List.of(administrator)).getOrDefault(administrator, Set.of());
    }

    /** Every administrator asked for is in it, with an empty set where there is no role. */
    public Map<UUID, Set<Role>> of(Collection<UUID> administrators) {
        Map<UUID, Set<Role>> all = new HashMap<>();
        administrators.forEach(id -> all.put(id, EnumSet.noneOf(Role.class)));
        roles.of(administrators).forEach(one -> all.computeIfAbsent(one.administrator(), _ -> EnumSet.noneOf(Role.class)).add(one.role()));
        return all;
    }

    /**
     * Replaces the roles of an administrator. Also to be called, with what they are, after one was disabled.
     *
     * @throws IllegalArgumentException for {@link Role#PORTAL_USER}, which users have
     * @throws ProblemException NOT_ALLOWED_IN_STATE when nobody enabled would be left with the role ADMINISTRATOR
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assign(UUID administrator, Set<Role> wanted) {
        if (wanted.contains(Role.PORTAL_USER)) {
            throw new IllegalArgumentException("PORTAL_USER is what users are, not administrators");
        }
        roles.lock();
        roles.replace(administrator, wanted);
        if (!roles.anAdministratorIsLeft()) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE,
                    "Nobody would be left who may do everything. Give somebody else who is enabled the role ADMINISTRATOR first.");
        }
    }
}
