package dev.syncline.keys;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/keys")
@Tag(name = "Keys")
@Needs(Right.ADMINISTER_SETTINGS)
class KeysController {

    private final Keys keys;

    KeysController(Keys keys) {
        this.keys = keys;
    }

    @GetMapping
    @Operation(summary = "The keys that seal secrets, never the keys themselves, and how much each has sealed")
    Keys.KeysView get() {
        return keys.now();
    }

    @PostMapping("/rotation")
    @Operation(summary = "Make a new key, which seals from now on", description = """
            Nothing stops meanwhile: what older keys have sealed can be opened, and is sealed anew in the background. Other servers on the same
            database follow within seconds.""")
    Keys.KeysView rotate(Actor by) {
        return keys.rotate(by);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Retire a key nothing is sealed with any more", description = "It is gone for good; a backup from before needs it.")
    Keys.KeysView retire(@PathVariable long id) {
        return keys.retire(id);
    }
}
