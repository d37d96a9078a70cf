package dev.syncline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Edges call the heart, the heart calls nobody but the journal; connectors never see the server. */
@AnalyzeClasses(packages = "dev.syncline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE = slices().matching("dev.syncline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_JOURNAL_CALLS_NOBODY = noClasses().that().resideInAPackage("dev.syncline.journal..")
            .should().dependOnClassesThat(inTheServer("dev.syncline.journal..", "dev.syncline.id..", "dev.syncline.sql.."));

    @ArchTest
    static final ArchRule THE_HEART_CALLS_NOBODY_BUT_THE_JOURNAL = noClasses().that().resideInAPackage("dev.syncline.task..")
            .should().dependOnClassesThat(inTheServer(
                    "dev.syncline.task..", "dev.syncline.journal..", "dev.syncline.id..", "dev.syncline.sql..", "dev.syncline.problem.."));

    @ArchTest
    static final ArchRule CONNECTORS_NEVER_SEE_THE_SERVER = noClasses().that().resideInAPackage("dev.syncline.connectors..")
            .should().dependOnClassesThat(inTheServer("dev.syncline.connectors.."))
            .orShould().dependOnClassesThat().resideInAnyPackage("org.springframework..", "tools.jackson.databind.ser..");

    @ArchTest
    static final ArchRule A_CONNECTORS_AUTHOR_NEEDS_THE_JDK_ALONE = classes().that().resideInAPackage("dev.syncline.connector")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "dev.syncline.connector");

    @ArchTest
    static final ArchRule TIME_IS_INJECTED = noClasses().that().resideInAPackage("dev.syncline..")
            .and().resideOutsideOfPackages("dev.syncline.samples..", "dev.syncline.bench..", "dev.syncline.testkit..")
            .should().callMethod(Instant.class, "now");

    @Test
    void everyPackageSaysWhatItIsAndThatNothingInItIsNullUnlessItSaysSo() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/dev/syncline"))) {
            assertThat(all.filter(Files::isDirectory).filter(ArchitectureTest::hasClasses).map(folder -> folder.resolve("package-info.java")))
                    .allSatisfy(info -> assertThat(info).content().contains("/**", "@NullMarked"));
        }
    }

    private static boolean hasClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> inTheServer(String... but) {
        return resideInAPackage("dev.syncline..")
                .and(not(resideInAnyPackage("dev.syncline.connector")))
                .and(not(resideInAnyPackage(but)))
                .as("reside elsewhere in the server");
    }
}
