package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.Assessment;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackStep;
import dev.throughline.finding.Finding;
import dev.throughline.model.AssetKind;
import dev.throughline.risk.Verdict;
import dev.throughline.store.InMemoryRiskStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What comes of the sample estate, row by row, as people reviewed it. {@code -Dthroughline.write=true} writes the files
 * anew; review what changes.
 */
class ExpectedTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Assessment assessment;

    @BeforeAll
    static void assess() {
        assessment = Harborline.assessedIn(new InMemoryRiskStore());
    }

    @Test
    void mappingIsAsReviewed() throws IOException {
        compare("expected-mapping.json", MappingRow.all(assessment).stream());
    }

    @Test
    void factorsAreAsReviewed() throws IOException {
        compare(
                "expected-factors.json",
                assessment.factors().all().stream()
                        .filter(verdict -> verdict.isYes() || verdict.asset().mayBe(AssetKind.WORKLOAD))
                        .map(FactorRow::of));
    }

    @Test
    void pathsAreAsReviewed() throws IOException {
        compare("expected-paths.json", assessment.attackPaths().stream().map(PathRow::of));
    }

    @Test
    void findingsAreAsReviewed() throws IOException {
        compare(
                "expected-findings.json",
                assessment.findings().prioritized().stream().map(FindingRow::of));
    }

    private static void compare(String name, Stream<?> rows) throws IOException {
        String actual = rows.map(ExpectedTest::json).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        Path file = Harborline.FOLDER.resolve(name);
        if (Boolean.getBoolean("throughline.write")) {
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    private static String json(Object row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record FactorRow(String asset, String factor, String answer, String because) {
        static FactorRow of(Verdict verdict) {
            return new FactorRow(
                    verdict.asset().text(),
                    verdict.factor().id(),
                    Names.of(verdict.answer()),
                    verdict.evidence().statement());
        }
    }

    private record PathRow(String title, String level, double probability, String entry, List<String> steps) {
        static PathRow of(AttackPath path) {
            return new PathRow(
                    path.title(),
                    path.level().text(),
                    Json.rounded(path.probability()),
                    path.entry().text(),
                    path.steps().stream().map(PathRow::step).toList());
        }

        private static String step(AttackStep step) {
            return step.edge() + " " + Json.rounded(step.probability()) + " " + step.to();
        }
    }

    private record FindingRow(
            String title,
            String level,
            double score,
            List<String> terms,
            String type,
            String severity,
            String asset,
            String repository,
            String location,
            List<String> factors,
            List<String> workloads,
            int paths,
            String sourceState) {
        static FindingRow of(Finding finding) {
            FindingView view = FindingView.of(finding);
            return new FindingRow(
                    view.title(),
                    view.level(),
                    view.score(),
                    view.terms().stream()
                            .map(t -> t.name() + " " + t.value() + " " + t.reason())
                            .toList(),
                    view.type(),
                    view.severity(),
                    view.asset(),
                    view.repository(),
                    view.location(),
                    view.factors().stream()
                            .map(f -> f.factor())
                            .distinct()
                            .sorted()
                            .toList(),
                    view.workloads(),
                    view.paths().size(),
                    view.sourceState());
        }
    }
}
