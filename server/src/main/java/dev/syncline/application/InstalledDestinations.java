package dev.syncline.application;

import dev.syncline.connectors.Destinations;
import dev.syncline.settings.Settings;
import org.springframework.stereotype.Component;

/** Tells connectors, which know nothing of the server, where connections may lead. The demo's applications are on this machine. */
@Component
class InstalledDestinations {

    InstalledDestinations(Settings settings) {
        String allow = settings.demo() ? settings.destinations().allow() + ",loopback" : settings.destinations().allow();
        Destinations.install(Destinations.of(allow, settings.destinations().refuse()));
    }
}
