package dev.syncline.structure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.syncline.problem.ProblemException;

/** Of what an application is told besides accounts. */
@JsonIgnoreProperties("possible")
record Structure(Boolean organizations, Boolean groups) {

    void check() {
        if (organizations == null) {
            throw ProblemException.invalid("organizations", "Say whether organizations are synchronized: true or false.");
        }
        if (groups == null) {
            throw ProblemException.invalid("groups", "Say whether groups are synchronized: true or false.");
        }
    }
}
