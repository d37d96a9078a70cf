package dev.syncline.web;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Open;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An endpoint of the tests' own, to see what is shared by all without any one of them. */
@RestController
@Open("Only tests ask here.")
@RequestMapping("/api/v1/echo")
@ConditionalOnProperty("test.echo")
class EchoController {

    static final AtomicInteger DONE = new AtomicInteger();
    static volatile CountDownLatch hold = new CountDownLatch(0);

    enum Colour {
        RED,
        GREEN
    }

    record Inner(Colour colour) {}

    record Body(@NotBlank String name, @Positive int count, List<Inner> inner) {}

    @PostMapping
    ResponseEntity<Body> post(@Valid @RequestBody Body body, Actor actor) throws InterruptedException {
        hold.await();
        int number = DONE.incrementAndGet();
        return ResponseEntity.created(URI.create("/api/v1/echo/" + number)).eTag(ETags.of(1)).header("X-Actor", actor.name()).body(body);
    }

    @PostMapping("/broken")
    void broken() {
        DONE.incrementAndGet();
        throw new IllegalStateException("the innermost secret");
    }

    @PostMapping("/secret")
    @OneTimeSecret
    Body secret() {
        return new Body("the one-time value", DONE.incrementAndGet(), null);
    }

    @GetMapping("/{id}")
    Body get(@PathVariable UUID id, @RequestParam(required = false) Colour colour, @RequestParam(defaultValue = "1") int count) {
        throw ProblemException.notFound("echo", id);
    }

    @PutMapping("/{id}")
    void put(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
        ETags.match(ETags.required(ifMatch), 3, "The echo");
    }

    @GetMapping
    Page<Integer> list(@RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor after = Cursor.decode(cursor, 1);
        long first = after == null ? 1 : after.number(0) + 1;
        List<Integer> rows = LongStream.rangeClosed(first, Math.min(first + size, 120)).mapToObj(n -> (int) n).toList();
        return Page.of(rows, size, Cursor::of);
    }
}
