package dev.throughline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.throughline.attack.AttackEdge;
import dev.throughline.mapping.Linker;
import dev.throughline.risk.RiskFactor;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house, as {@code docs/architecture.md} tells it. */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.throughline");

    @Test
    void coreKnowsNoDatabaseNoNetworkAndNoFileFormat() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.neo4j..",
                        "com.fasterxml..",
                        "org.snakeyaml..",
                        "org.yaml..",
                        "java.net.http..",
                        "java.sql..",
                        "dev.throughline.graph..",
                        "dev.throughline.connector..")
                .check(CORE);
    }

    /** The kit for tests reads and writes golden files, which a user's test names. */
    @Test
    void coreWritesNoFilesButThoseOfPartitionsThatDoNotFitIntoTheMemory() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.throughline\\.store\\.(Overflow|Spool.*)")
                .and()
                .resideOutsideOfPackage("dev.throughline.testing")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..")
                .check(CORE);
    }

    @Test
    void onlyTheKitForTestsKnowsLibrariesForTests() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.throughline.testing")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.throughline.testing", "org.assertj..", "org.junit..")
                .check(CORE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.throughline.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void stagesLookUpstreamOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy("dev.throughline.model")
                .layer("fact")
                .definedBy("dev.throughline.fact")
                .layer("store")
                .definedBy("dev.throughline.store")
                .layer("mapping")
                .definedBy("dev.throughline.mapping..")
                .layer("risk")
                .definedBy("dev.throughline.risk..")
                .layer("attack")
                .definedBy("dev.throughline.attack..")
                .layer("finding")
                .definedBy("dev.throughline.finding")
                .layer("explore")
                .definedBy("dev.throughline.explore")
                .layer("front door")
                .definedBy("dev.throughline")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("fact")
                .mayOnlyAccessLayers("model")
                .whereLayer("store")
                .mayOnlyAccessLayers("model", "fact")
                .whereLayer("mapping")
                .mayOnlyAccessLayers("model")
                .whereLayer("risk")
                .mayOnlyAccessLayers("model", "mapping")
                .whereLayer("attack")
                .mayOnlyAccessLayers("model", "mapping", "risk")
                .whereLayer("finding")
                .mayOnlyAccessLayers("model", "mapping", "risk", "attack")
                .whereLayer("explore")
                .mayOnlyAccessLayers("model", "mapping", "risk", "attack", "finding")
                .layer("testing")
                .definedBy("dev.throughline.testing")
                .whereLayer("front door")
                .mayOnlyBeAccessedByLayers("testing")
                .whereLayer("testing")
                .mayNotBeAccessedByAnyLayer()
                .check(CORE);
    }

    @Test
    void everyClassLivesInAKnownPackage() {
        classes()
                .should()
                .resideInAnyPackage(
                        "dev.throughline",
                        "dev.throughline.model",
                        "dev.throughline.fact",
                        "dev.throughline.store",
                        "dev.throughline.mapping..",
                        "dev.throughline.risk..",
                        "dev.throughline.attack..",
                        "dev.throughline.finding",
                        "dev.throughline.explore",
                        "dev.throughline.testing")
                .check(CORE);
    }

    @Test
    void rulesAreHiddenAndFinal() {
        classes()
                .that()
                .implement(Linker.class)
                .or()
                .implement(RiskFactor.class)
                .or()
                .implement(AttackEdge.class)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .bePackagePrivate()
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .resideInAnyPackage(
                        "dev.throughline.mapping.link", "dev.throughline.risk.factor", "dev.throughline.attack.edge.*")
                .check(CORE);
    }

    @ParameterizedTest
    @MethodSource
    void rulesStandBehindOneCatalogue(String leaf) {
        assertThat(CORE)
                .filteredOn(type -> type.getPackageName().equals(leaf))
                .filteredOn(ArchitectureTest::isApi)
                .hasSize(1);
    }

    static Stream<String> rulesStandBehindOneCatalogue() {
        return CORE.stream()
                .map(JavaClass::getPackageName)
                .filter(
                        name -> name.matches(
                                "dev\\.throughline\\.(mapping\\.link|risk\\.factor|risk\\.exposure\\..+|attack\\.edge(\\..+)?)"))
                .distinct()
                .sorted();
    }

    @Test
    void theFrontDoorIsSmall() {
        assertThat(CORE)
                .filteredOn(type -> type.getPackageName().equals("dev.throughline"))
                .filteredOn(ArchitectureTest::isApi)
                .hasSizeLessThanOrEqualTo(8);
    }

    private static boolean isApi(JavaClass type) {
        return type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().equals("package-info");
    }

    @Test
    void timeIsPassedIn() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .check(CORE);
        noClasses()
                .that()
                .doNotHaveSimpleName("Throughline")
                .and()
                .doNotHaveSimpleName("InMemoryRiskStore")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(CORE);
    }

    @Test
    void nothingIsLeftToChance() {
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .check(CORE);
    }

    @Test
    void nothingIsPrinted() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CORE);
    }
}
