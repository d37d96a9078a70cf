package dev.syncline.savedview;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a client sends; what only the server sets may come along and is passed over.
 *
 * @param shared personal when left out
 */
@JsonIgnoreProperties({"id", "owner", "mine", "mayChange", "version", "updatedAt"})
record ViewBody(
        @NotBlank(message = "Give the view a name.") @Size(max = 100, message = "At most 100 characters.") String name,
        @NotNull(message = "Say which view: the address of the log in the console, such as /log?view=all&status=FAILED.")
                @Size(max = 4000, message = "At most 4000 characters.")
                @Pattern(regexp = "/log(\\?[^\\s#]*)?", message = "Must be the address of the log in the console: /log, or /log? and filters.")
                String address,
        Boolean shared) {

    boolean isShared() {
        return Boolean.TRUE.equals(shared);
    }
}
