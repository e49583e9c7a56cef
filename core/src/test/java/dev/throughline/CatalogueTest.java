package dev.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.edge.AttackEdges;
import dev.throughline.mapping.Linker;
import dev.throughline.mapping.link.Linkers;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.factor.RiskFactors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** To add a thing is one file, one line in its catalogue, one test and one page. This names whichever is missing. */
class CatalogueTest {
    private static final Path DOCS = Path.of("../docs");

    /** What may be added by one file. */
    enum Catalogue {
        LINKERS("mapping.link", "linkers", Linker.class, Linkers.all()),
        FACTORS("risk.factor", "factors", RiskFactor.class, factors()),
        EDGES("attack.edge", "edges", AttackEdge.class, AttackEdges.all());

        private final String leaf;
        private final String pages;
        private final Class<?> rule;
        private final ImmutableList<String> listed;

        Catalogue(String leaf, String pages, Class<?> rule, Collection<?> listed) {
            this.leaf = "dev.throughline." + leaf;
            this.pages = pages;
            this.rule = rule;
            this.listed =
                    listed.stream().map(r -> r.getClass().getSimpleName()).collect(ImmutableList.toImmutableList());
        }

        private static List<RiskFactor> factors() {
            List<RiskFactor> all = new ArrayList<>(RiskFactors.ofEstate());
            all.addAll(RiskFactors.ofMovement());
            return all;
        }

        /** The rules that there are, in the package and those below it. */
        List<JavaClass> classes() {
            return new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(leaf).stream()
                            .filter(type -> type.isAssignableTo(rule))
                            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                            .toList();
        }

        List<String> written() {
            return classes().stream().map(JavaClass::getSimpleName).toList();
        }

        String page(String name) throws IOException {
            return Files.readString(DOCS.resolve(pages).resolve(name + ".md"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsEveryRuleOnce(Catalogue catalogue) {
        assertThat(catalogue.listed).containsExactlyInAnyOrderElementsOf(catalogue.written());
    }

    @ParameterizedTest
    @EnumSource
    void hasATestForEveryRule(Catalogue catalogue) {
        assertThat(catalogue.classes())
                .allSatisfy(rule ->
                        assertThat(Class.forName(rule.getName() + "Test")).isNotNull());
    }

    @ParameterizedTest
    @EnumSource
    void hasAPageForEveryRuleAndNoOther(Catalogue catalogue) throws IOException {
        try (Stream<Path> pages = Files.list(DOCS.resolve(catalogue.pages))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .filteredOn(page -> !page.equals("README.md"))
                    .containsExactlyInAnyOrderElementsOf(catalogue.written().stream()
                            .map(rule -> rule + ".md")
                            .toList());
        }
        assertThat(catalogue.written()).allSatisfy(rule -> {
            assertThat(catalogue.page(rule)).startsWith("# " + rule + "\n");
            assertThat(catalogue.page("README")).contains("(" + rule + ".md)");
        });
    }

    static Stream<AttackEdge> edges() {
        return AttackEdges.all().stream();
    }

    @ParameterizedTest
    @MethodSource("edges")
    void namesTheTechniquesOfEveryEdgeInItsPage(AttackEdge edge) throws IOException {
        assertThat(edge.name()).isEqualTo(edge.getClass().getSimpleName());
        assertThat(edge.techniques())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("T[0-9]{4}(\\.[0-9]{3})?"));
        assertThat(Catalogue.EDGES.page(edge.name())).contains(edge.techniques());
        assertThat(Catalogue.EDGES.page("README")).contains(edge.techniques());
    }

    @Test
    void namesTheFactorOfEveryRuleInItsPage() {
        assertThat(Catalogue.factors())
                .allSatisfy(rule -> assertThat(
                                Catalogue.FACTORS.page(rule.getClass().getSimpleName()))
                        .contains("`" + rule.factor().id() + "`"));
    }

    @Test
    void hasAKindForEveryRecordOfAnAsset() {
        assertThat(AssetKind.values())
                .extracting(kind -> kind.type().getName())
                .containsExactlyInAnyOrder(Arrays.stream(Asset.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toArray(String[]::new));
    }

    @Test
    void givesEveryKindALabelOfItsOwn() {
        assertThat(AssetKind.values())
                .extracting(AssetKind::label)
                .doesNotHaveDuplicates()
                .allSatisfy(label -> assertThat(label).matches("([A-Z][a-z]+)+|AnyGitHubUser"));
    }

    @Test
    void givesEveryKindAPrefixThatMayStandInAKey() {
        assertThat(AssetKind.values())
                .extracting(AssetKind::prefix)
                .allSatisfy(prefix -> assertThat(prefix).matches("[a-z]+"));
        assertThat(AssetKind.values())
                .filteredOn(
                        kind -> !kind.prefix().equals("cloud") && !kind.prefix().equals("outside"))
                .extracting(AssetKind::prefix)
                .doesNotHaveDuplicates();
    }
}
