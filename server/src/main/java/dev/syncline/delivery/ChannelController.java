package dev.syncline.delivery;

import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Channels over HTTP. For administrators. */
@RestController
@RequestMapping(ChannelController.PATH)
@Tag(name = "Notifications")
@Needs(Right.SEE_NOTIFICATIONS)
class ChannelController {

    static final String PATH = "/api/v1/notifications/channels";

    private final Channels channels;
    private final DeliveryRepository deliveries;
    private final ChannelTest test;

    ChannelController(Channels channels, DeliveryRepository deliveries, ChannelTest test) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.test = test;
    }

    /** @param lastDelivery null when nothing was ever sent there */
    record View(UUID id, String name, Channel.Kind kind, boolean enabled, Language language, Map<String, String> settings,
            Map<String, Boolean> secrets, @Nullable LastDelivery lastDelivery, int version, Instant createdAt, Instant updatedAt) {}

    record LastDelivery(UUID id, Delivery.Status status, String result, @Nullable Instant createdAt) {}

    @GetMapping
    Page<View> list(@RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(views(channels.page(from == null ? "" : from.text(0), size + 1)), size, last -> Cursor.of(last.name()));
    }

    @Needs(Right.ADMINISTER_NOTIFICATIONS)
    @PostMapping
    @Operation(summary = "Make a channel", description = """
            MAIL: host, port, security (STARTTLS, TLS, NONE), user, from, recipients, secret password. WEBHOOK: url, secrets signingSecret \
            (Standard Webhooks) and authorization. FEISHU_BOT: format (CARD, TEXT), secrets url and signingSecret. All: caCertificate.""")
    ResponseEntity<View> create(@RequestBody ChannelBody body) {
        View made = view(channels.create(body));
        return ResponseEntity.created(URI.create(PATH + "/" + made.id())).eTag(ETags.of(made.version())).body(made);
    }

    @GetMapping("/{id}")
    ResponseEntity<View> get(@PathVariable UUID id) {
        return answer(channels.get(id));
    }

    @Needs(Right.ADMINISTER_NOTIFICATIONS)
    @PutMapping("/{id}")
    @Operation(summary = "Edit a channel", description = "Secrets that are left out stay as they are; null removes one.")
    ResponseEntity<View> put(@PathVariable UUID id, @RequestBody ChannelBody body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return answer(channels.update(id, ETags.required(ifMatch), body));
    }

    @Needs(Right.ADMINISTER_NOTIFICATIONS)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id, @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        channels.delete(id, ETags.required(ifMatch));
        return ResponseEntity.noContent().build();
    }

    @Needs(Right.ADMINISTER_NOTIFICATIONS)
    @PostMapping("/{id}/test")
    @Operation(summary = "Send a test message", description = "Waits for what comes of it and says so; also while the channel is switched off.")
    ChannelTest.Result test(@PathVariable UUID id) {
        return test.send(id);
    }

    private ResponseEntity<View> answer(Channel channel) {
        return ResponseEntity.ok().eTag(ETags.of(channel.version())).body(view(channel));
    }

    private View view(Channel channel) {
        return views(List.of(channel)).getFirst();
    }

    private List<View> views(List<Channel> all) {
        Map<UUID, Delivery> latest = deliveries.latest(all.stream().map(Channel::id).toList());
        return all.stream().map(channel -> new View(channel.id(), channel.name(), channel.kind(), channel.enabled(), channel.language(),
                channel.settings(), channel.secrets(), last(latest.get(channel.id())), channel.version(), channel.createdAt(),
                channel.updatedAt())).toList();
    }

    private static @Nullable LastDelivery last(@Nullable Delivery delivery) {
        return delivery == null ? null : new LastDelivery(delivery.id(), delivery.status(), delivery.result(), delivery.createdAt());
    }
}
