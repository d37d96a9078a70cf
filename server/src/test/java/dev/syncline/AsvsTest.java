package dev.syncline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The evidence that docs/asvs.md names is there. */
class AsvsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("`([A-Z]+[a-z]\\w+)(?:\\.\\w+)?`");
    private static final Pattern DOCUMENT = Pattern.compile("docs/[\\w-]+\\.md");

    @Test
    void everyClassAndTestThatIsNamedIsThere() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (String module : new String[] {"server/src", "connector-api/src", "connector-testkit/src", "sample-targets/src"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java")).forEach(name -> classes.add(name.replace(".java", "")));
            }
        }
        Set<String> named = named(NAME, found -> found.group(1));
        assertThat(named).hasSizeGreaterThan(50);
        named.removeAll(classes);
        assertThat(named).as("named in docs/asvs.md, and not there").isEmpty();
    }

    @Test
    void everyDocumentThatIsNamedIsThere() throws IOException {
        assertThat(named(DOCUMENT, MatchResult::group)).isNotEmpty().allSatisfy(document -> assertThat(ROOT.resolve(document)).exists());
    }

    private static Set<String> named(Pattern pattern, Function<MatchResult, String> part) throws IOException {
        return pattern.matcher(Files.readString(ROOT.resolve("docs/asvs.md"))).results().map(part).collect(Collectors.toCollection(TreeSet::new));
    }
}
