package io.kash.shell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code docs/architecture.md} says about rooms, and calls that are banned, each with what to use instead. */
class RoomsTest {
    private static final String START = "io.kash.shell.start..";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(RoomsTest::noFakes)
            .importPackages("io.kash.surgery", "io.kash.completions", "io.kash.commands", "io.kash.shell");

    private static boolean noFakes(Location location) {
        return !location.contains("-tests.jar");
    }

    @Test
    void rooms_use_only_rooms_to_their_right() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("shell")
                .definedBy("io.kash.shell..")
                .layer("commands")
                .definedBy("io.kash.commands..")
                .layer("completions")
                .definedBy("io.kash.completions..")
                .layer("surgery")
                .definedBy("io.kash.surgery..")
                .whereLayer("shell")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("commands")
                .mayOnlyBeAccessedByLayers("shell")
                .whereLayer("completions")
                .mayOnlyBeAccessedByLayers("commands", "shell")
                .check(PRODUCT);
    }

    @Test
    void packages_of_a_room_do_not_run_in_circles() {
        for (String room : List.of("surgery", "completions", "commands", "shell")) {
            SlicesRuleDefinition.slices()
                    .matching("io.kash." + room + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .check(PRODUCT);
        }
    }

    @Test
    void the_product_knows_nothing_of_the_lab() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.kash.lab..")
                .because("the two meet in the environments file only")
                .check(PRODUCT);
    }

    @Test
    void only_client_packages_import_client_libraries() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.apache.curator..", "org.apache.zookeeper..", "org.kiwiproject..")
                .because("everything else speaks through ports")
                .check(PRODUCT);
    }

    @Test
    void the_terminal_is_reached_through_the_screen() {
        noClasses()
                .that()
                .resideOutsideOfPackage(START)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("it escapes nothing and cannot be tested: use Screen")
                .check(PRODUCT);
    }

    @Test
    void time_comes_from_a_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("tests could not set it: use the injected java.time.Clock")
                .check(PRODUCT);
    }

    @Test
    void nobody_sleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("nobody can stop it and tests would wait: use a Ticker, a Deadline or a scheduled executor")
                .check(PRODUCT);
    }
}
