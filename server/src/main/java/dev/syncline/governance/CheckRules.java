package dev.syncline.governance;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.governance.Definition.Adopt;
import dev.syncline.governance.Definition.Dormant;
import dev.syncline.governance.Definition.Duplicate;
import dev.syncline.governance.Definition.ForbiddenGrant;
import dev.syncline.governance.Definition.Orphan;
import dev.syncline.governance.Definition.SeparationOfDuties;
import dev.syncline.governance.Definition.Side;
import dev.syncline.governance.Definition.UnjustifiedGrant;
import dev.syncline.mapping.Expressions;
import dev.syncline.mapping.InvalidExpression;
import dev.syncline.permission.Permissions;
import dev.syncline.problem.ProblemException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a policy or rule has to be like. */
@Component
class CheckRules {

    private static final int MAX_NAME = 200;
    private static final int MAX_DAYS = 3_650;
    private static final int MAX_PERMISSIONS = 1_000;

    private final Applications applications;
    private final Permissions permissions;
    private final Expressions expressions;
    private final TargetReading reading;

    CheckRules(Applications applications, Permissions permissions, Expressions expressions, TargetReading reading) {
        this.applications = applications;
        this.permissions = permissions;
        this.expressions = expressions;
        this.reading = reading;
    }

    /**
     * The definition with what was left open.
     *
     * @throws ProblemException naming the field and what to change
     */
    Definition checked(Family family, CheckBody body) {
        if (body.name() == null || body.name().isBlank() || body.name().length() > MAX_NAME || body.name().indexOf('\0') >= 0) {
            throw ProblemException.invalid("name", "Give it a name of at most " + MAX_NAME + " characters, none of them NUL.");
        }
        if (body.definition() == null) {
            throw ProblemException.invalid("definition", "Say what is looked for: a definition with a kind.");
        }
        if (body.action() == null) {
            throw ProblemException.invalid("action", "Say what is done about findings: NOTIFY, DISABLE or DELETE"
                    + (family == Family.COMPLIANCE ? ", or UNBIND." : "."));
        }
        body.limitsOrUsual().check();
        if (body.schedule() != null) {
            body.schedule().check();
        }
        return switch (family) {
            case ACCOUNT_POLICY -> policy(body);
            case COMPLIANCE -> rule(body);
        };
    }

    private Definition policy(CheckBody body) {
        if (body.action() == Remedy.UNBIND) {
            throw ProblemException.invalid("action", "An account policy does NOTIFY, DISABLE or DELETE; permissions are taken away by compliance rules.");
        }
        if (body.applicationId() == null) {
            throw ProblemException.invalid("applicationId", "Say whose accounts: the id of an application.");
        }
        Application application = applications.find(body.applicationId()).orElseThrow(() ->
                ProblemException.invalid("applicationId", "There is no application with the id " + body.applicationId() + "."));
        return switch (body.definition()) {
            case Dormant dormant -> {
                if (dormant.days() == null || dormant.days() < 1 || dormant.days() > MAX_DAYS) {
                    throw ProblemException.invalid("definition.days", "Say after how many days without a sign-in, from 1 to " + MAX_DAYS + ".");
                }
                yield new Dormant(dormant.days(), Boolean.TRUE.equals(dormant.unknownCounts()), reads(dormant.readTarget(), application));
            }
            case Orphan orphan -> new Orphan(reads(orphan.readTarget(), application), orphan.adopt() == null ? Adopt.NONE : orphan.adopt());
            case Duplicate duplicate -> {
                if (duplicate.keep() == null) {
                    throw ProblemException.invalid("definition.keep", "Say which account is kept: NEWEST or OLDEST.");
                }
                yield duplicate;
            }
            case SeparationOfDuties _, ForbiddenGrant _, UnjustifiedGrant _ ->
                throw ProblemException.invalid("definition.kind", "An account policy looks for DORMANT, ORPHAN or DUPLICATE accounts.");
        };
    }

    private boolean reads(Boolean wanted, Application application) {
        boolean able = reading.canList(application.id());
        if (Boolean.TRUE.equals(wanted) && !able) {
            throw ProblemException.invalid("definition.readTarget", "The application " + application.name()
                    + " cannot list its accounts: its connector or its settings do not allow it. Set readTarget to false.");
        }
        return wanted == null ? able : wanted;
    }

    private Definition rule(CheckBody body) {
        if (body.applicationId() != null) {
            throw ProblemException.invalid("applicationId", "A compliance rule belongs to no application; leave it out.");
        }
        return switch (body.definition()) {
            case SeparationOfDuties duties -> {
                there("definition.permissionsA", duties.permissionsA());
                there("definition.permissionsB", duties.permissionsB());
                if (!Collections.disjoint(duties.permissionsA(), duties.permissionsB())) {
                    throw ProblemException.invalid("definition.permissionsB", "A permission cannot be on both sides; take it out of one.");
                }
                yield new SeparationOfDuties(List.copyOf(new HashSet<>(duties.permissionsA())), List.copyOf(new HashSet<>(duties.permissionsB())),
                        duties.side() == null ? Side.A : duties.side());
            }
            case ForbiddenGrant forbidden -> {
                there("definition.permissionIds", forbidden.permissionIds());
                compiles(forbidden.expression());
                yield forbidden;
            }
            case UnjustifiedGrant unjustified -> unjustified(unjustified);
            case Dormant _, Orphan _, Duplicate _ -> throw ProblemException.invalid("definition.kind",
                    "A compliance rule looks for SEPARATION_OF_DUTIES, FORBIDDEN_GRANT or UNJUSTIFIED_GRANT.");
        };
    }

    private Definition unjustified(UnjustifiedGrant asked) {
        List<UUID> where = asked.applicationIds() == null ? List.of() : asked.applicationIds();
        Set<UUID> missing = new HashSet<>(where);
        missing.removeAll(applications.findAll(where).keySet());
        if (!missing.isEmpty()) {
            throw ProblemException.invalid("definition.applicationIds", "There is no application with the id " + missing.iterator().next() + ".");
        }
        boolean looksAtPermissions = asked.permissions() == null || asked.permissions();
        boolean looksAtAccounts = asked.accounts() == null || asked.accounts();
        if (!looksAtPermissions && !looksAtAccounts) {
            throw ProblemException.invalid("definition.permissions", "Look at permissions, at accounts, or at both.");
        }
        return new UnjustifiedGrant(List.copyOf(where), looksAtPermissions, looksAtAccounts);
    }

    private void there(String field, List<UUID> permissionIds) {
        if (permissionIds == null || permissionIds.isEmpty() || permissionIds.size() > MAX_PERMISSIONS) {
            throw ProblemException.invalid(field, "Name 1 to " + MAX_PERMISSIONS + " permissions by their ids.");
        }
        Set<UUID> missing = new HashSet<>(permissionIds);
        missing.removeAll(permissions.findAll(permissionIds).keySet());
        if (!missing.isEmpty()) {
            throw ProblemException.invalid(field, "There is no permission with the id " + missing.iterator().next() + ".");
        }
    }

    private void compiles(String expression) {
        if (expression == null || expression.indexOf('\0') >= 0 || expression.length() > Expressions.MAX_LENGTH) {
            throw ProblemException.invalid("definition.expression", "Say for whom, as an expression of at most " + Expressions.MAX_LENGTH + " characters.");
        }
        try {
            expressions.compileCondition(expression);
        } catch (InvalidExpression e) {
            throw ProblemException.invalid("definition.expression", "The expression is not valid: " + e.getMessage() + ".");
        }
    }
}
