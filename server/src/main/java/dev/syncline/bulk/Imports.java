package dev.syncline.bulk;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.journal.Actor;
import dev.syncline.mapping.Mapping;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes in CSV files: of users with their accounts in an application, and of users themselves. */
@Service
class Imports {

    private final Applications applications;
    private final Batches batches;
    private final Uploads uploads;
    private final JsonMapper json;

    Imports(Applications applications, Batches batches, Uploads uploads, JsonMapper json) {
        this.applications = applications;
        this.batches = batches;
        this.uploads = uploads;
        this.json = json;
    }

    Batch upload(MultipartFile upload, UUID applicationId, String optionsText, Actor actor, Rights may) {
        Application application = applications.get(applicationId);
        ImportOptions options = options(optionsText, ImportOptions.class, ImportOptions.USUAL,
                "options must be JSON such as {\"existing\":\"SKIP\",\"createUsers\":true}; existing is SKIP or UPDATE.");
        refuseChangesOfUsers(options, may);
        return uploads.take(upload, options.delimiter(), Columns.Sheet.ACCOUNTS, name -> batches.begin(
                Batch.Kind.IMPORT, application.id(), name, json.writeValueAsString(options), 0, actor));
    }

    /** A file of accounts must not be a way around the right to administer people. */
    private static void refuseChangesOfUsers(ImportOptions options, Rights may) {
        if (!may.has(Right.ADMINISTER_PEOPLE) && (options.createUsers() || options.existing() == ImportOptions.Existing.UPDATE)) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "Creating users and changing their values by a file needs the right ADMINISTER_PEOPLE. "
                    + "Send the options {\"existing\":\"SKIP\",\"createUsers\":false} to import accounts of users who are there.");
        }
    }

    Batch uploadUsers(MultipartFile upload, String optionsText, Actor actor) {
        UsersOptions options = options(optionsText, UsersOptions.class, new UsersOptions(null),
                "options must be JSON such as {\"delimiter\":\";\"}.");
        return uploads.take(upload, options.delimiter(), Columns.Sheet.USERS, name -> batches.begin(
                Batch.Kind.USERS, null, name, json.writeValueAsString(options), 0, actor));
    }

    /** The first line of a file for this application. */
    String template(UUID applicationId) {
        Stream<String> targets = applications.get(applicationId).mappings().stream()
                .map(Mapping::target)
                .map(target -> Columns.ATTRIBUTE + target);
        return Uploads.header(Stream.concat(Columns.Sheet.ACCOUNTS.known().stream(), targets));
    }

    /** The first line of a file of users. */
    String usersTemplate() {
        return Uploads.header(Columns.Sheet.USERS.known().stream());
    }

    private <T> T options(@Nullable String text, Class<T> type, T usual, String sentence) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            T read = json.readValue(text, type);
            return read == null ? usual : read;
        } catch (JacksonException e) {
            throw ProblemException.invalid("options", sentence);
        }
    }
}
