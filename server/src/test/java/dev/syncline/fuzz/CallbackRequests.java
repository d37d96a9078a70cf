package dev.syncline.fuzz;

import dev.syncline.callback.Signature;
import dev.syncline.fuzz.RawRequest.Framing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Later answers of targets: signed well over a body that is wrong, and signed wrongly. */
final class CallbackRequests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ANSWER = "{\"status\": \"%s\", \"remoteId\": \"r-7\", \"message\": \"Done.\", \"more\": {\"a\": [1]}}";

    private final World world;
    private final Envelope envelope;

    CallbackRequests(World world) {
        this.world = world;
        this.envelope = new Envelope(world);
    }

    RawRequest make(Dice dice) {
        // A status that is none: the task goes on waiting, so that every message finds one that waits.
        byte[] body = Breakage.of(dice, JSON.readTree(ANSWER.formatted(dice.of("done", "pending", "SUCCEEDED", "failed "))));
        Instant now = world.server.clock().instant();
        String id = dice.oneIn(6) ? Envelope.bytes(Nasty.soup(dice, 30)) : "m-" + dice.anyLong();
        String signature = Signature.of(world.callbackSecret, id, now, body);
        List<String> headers = new ArrayList<>(List.of(envelope.host(dice), "Content-Type: application/json", "webhook-id: " + id,
                "webhook-timestamp: " + (dice.oneIn(8) ? dice.of("0", "-1", "x", "99999999999", "999999999999999999999", "1.5") : String.valueOf(now.getEpochSecond())),
                "webhook-signature: " + (dice.oneIn(5) ? dice.of("v1,", "v1," + "A".repeat(5_000), "v1a,x v2,y", " ", "v1,\u00ff", "v1,abc" + " v1,abc".repeat(300)) : signature)));
        String task = dice.oneIn(10) ? world.id(dice, "/api/v1/tasks", false) : world.callbackTask;
        String path = "/callbacks/" + (dice.oneIn(15) ? dice.of("x", "..", "%00", world.id(dice, "/api/v1/applications", false)) : world.application) + "/" + task;
        boolean plain = id.chars().allMatch(c -> c >= ' ' && c < 127);
        RawRequest right = new RawRequest("POST " + path + " HTTP/1.1", headers, body, plain ? Framing.LENGTH : Framing.AS_WRITTEN);
        return dice.oneIn(6) ? envelope.broken(dice, right) : right;
    }
}
