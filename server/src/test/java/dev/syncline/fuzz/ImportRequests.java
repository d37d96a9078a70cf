package dev.syncline.fuzz;

import dev.syncline.fuzz.RawRequest.Framing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Uploads of files of accounts and of users (RFC 7578, RFC 4180), wrong in the file or around it. */
final class ImportRequests {

    private static final String BOUNDARY = "----fuzz-boundary";

    private final World world;
    private final Envelope envelope;

    ImportRequests(World world) {
        this.world = world;
        this.envelope = new Envelope(world);
    }

    RawRequest make(Dice dice) {
        boolean users = dice.oneIn(3);
        byte[] body = body(dice, users);
        List<String> headers = List.of(envelope.host(dice), ApiRequests.token(), "Content-Type: multipart/form-data; boundary=" + (dice.oneIn(20) ? dice.of("x", "", "\"", "a".repeat(200)) : BOUNDARY));
        RawRequest right = new RawRequest("POST /api/v1/imports" + (users ? "/users" : "") + " HTTP/1.1", headers, dice.oneIn(4) ? Nasty.damaged(dice, body) : body, Framing.LENGTH);
        return dice.oneIn(6) ? envelope.broken(dice, right) : right;
    }

    private byte[] body(Dice dice, boolean users) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!users) {
            part(out, "name=\"applicationId\"", world.id(dice, "/api/v1/applications", false).getBytes(StandardCharsets.UTF_8));
        }
        part(out, "name=\"options\"", (dice.oneIn(3) ? Nasty.text(dice) : dice.of("{}", "{\"existing\":\"UPDATE\"}", "{\"delimiter\":\";;\"}", "{\"delimiter\":\"\\n\"}", "{\"delimiter\":\"\\\"\"}")).getBytes(StandardCharsets.UTF_8));
        part(out, "name=\"file\"; filename=\"" + (dice.oneIn(4) ? Nasty.text(dice).replaceAll("[\r\n\"]", "") : "people.csv") + "\"", Csv.file(dice));
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String disposition, byte[] content) {
        out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
