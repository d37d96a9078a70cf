package dev.syncline.bulk;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports and batches")
@Needs(Right.CHANGE_ACCOUNTS)
class ImportController {

    private final Imports imports;
    private final BatchViews views;

    ImportController(Imports imports, BatchViews views) {
        this.imports = imports;
        this.views = views;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a CSV file",
            description = "The file is read in the background. The batch is READY when all rows have been checked; then run it. Users are created, "
                    + "and their values changed, only by who has the right ADMINISTER_PEOPLE.")
    ResponseEntity<BatchView> upload(
            @RequestPart MultipartFile file,
            @RequestParam UUID applicationId,
            @RequestParam(required = false) String options,
            Actor actor,
            Scope scope,
            Rights may) {
        scope.require(applicationId, () -> ProblemException.notFound("application", applicationId));
        return BatchController.created(views.of(imports.upload(file, applicationId, options, actor, may)));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @PostMapping(value = "/users", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a CSV file of users to create, update, enable, disable and delete",
            description = "Read in the background like the other files. An empty action creates the user or, who is there, updates.")
    ResponseEntity<BatchView> uploadUsers(
            @RequestPart MultipartFile file, @RequestParam(required = false) String options, Actor actor) {
        return BatchController.created(views.of(imports.uploadUsers(file, options, actor)));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @GetMapping(value = "/users/template", produces = "text/csv")
    @Operation(summary = "A CSV file with the columns of users")
    ResponseEntity<String> usersTemplate() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"users.csv\"")
                .body(imports.usersTemplate());
    }

    @GetMapping(value = "/template", produces = "text/csv")
    @Operation(summary = "A CSV file with the columns an application takes")
    ResponseEntity<String> template(@RequestParam UUID applicationId, Scope scope) {
        scope.require(applicationId, () -> ProblemException.notFound("application", applicationId));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import.csv\"")
                .body(imports.template(applicationId));
    }
}
