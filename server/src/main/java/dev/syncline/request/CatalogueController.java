package dev.syncline.request;

import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.request.Catalogue.PackageOffer;
import dev.syncline.request.Catalogue.Place;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For users in the portal. */
@RestController
@RequestMapping("/api/v1/portal")
@Tag(name = "Portal")
@Needs(Right.PORTAL)
class CatalogueController {

    private final Catalogue catalogue;
    private final Users users;

    CatalogueController(Catalogue catalogue, Users users) {
        this.catalogue = catalogue;
        this.users = users;
    }

    @GetMapping("/catalogue")
    @Operation(summary = "What can be asked for")
    Page<Offer> catalogue(
            @RequestParam(required = false) @Parameter(description = "Part of a name or description") String q,
            @RequestParam(required = false) UUID applicationId,
            @RequestParam(required = false) @Parameter(description = "Whom it would be for; absent: myself") UUID forUserId,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Actor actor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 3);
        Place after = from == null ? Place.START : new Place(from.text(0), from.text(1), from.uuid(2));
        return Page.of(catalogue.page(q, applicationId, forUserId, actor, after, size + 1), size,
                last -> Cursor.of(last.applicationName(), last.name(), last.key()));
    }

    @GetMapping("/packages")
    @Operation(summary = "The packages that can be asked for, by name")
    Page<PackageOffer> packages(
            @RequestParam(required = false) @Parameter(description = "Part of a name or description") String q,
            @RequestParam(required = false) @Parameter(description = "Whom it would be for; absent: myself") UUID forUserId,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Actor actor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(catalogue.packages(q, forUserId, actor, from == null ? "" : from.text(0), size + 1), size,
                last -> Cursor.of(last.name().toLowerCase(Locale.ROOT)));
    }

    @GetMapping("/team")
    @Operation(summary = "The people whose manager I am, by user name: I can ask for them, too")
    Page<Person> team(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor, Actor actor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        Page<User> page = Page.of(users.managedBy(actor.someone(), from == null ? "" : from.text(0), size + 1), size,
                last -> Cursor.of(last.userName().toLowerCase(Locale.ROOT)));
        return page.map(Person::of);
    }
}
