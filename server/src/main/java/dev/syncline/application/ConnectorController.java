package dev.syncline.application;

import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/connectors")
@Tag(name = "Applications")
@Needs(Right.SEE_APPLICATIONS)
class ConnectorController {

    private final Connectors connectors;

    ConnectorController(Connectors connectors) {
        this.connectors = connectors;
    }

    @GetMapping
    Page<ConnectorView> list() {
        return new Page<>(connectors.all().stream().map(ConnectorView::of).toList(), null);
    }
}
