package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.finding.Finding;
import dev.throughline.finding.Findings;
import dev.throughline.model.AssetKey;
import dev.throughline.model.WeaknessType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the findings that are still there, most urgent first. */
@Command(name = "findings", description = "Prints the open findings, most urgent first.")
final class FindingsCommand extends AssessmentCommand {
    @Option(names = "--at", paramLabel = "KEY", description = "Only at this asset, repository or workload")
    private @Nullable AssetKey at;

    @Option(
            names = "--factor",
            paramLabel = "FACTOR",
            description = "Only where this risk factor holds; may be repeated")
    private List<Factor> factors = List.of();

    @Option(names = "--level", paramLabel = "LEVEL", description = "Only at least this urgent")
    private @Nullable Level level;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only of this type, such as container-image or secret")
    private @Nullable WeaknessType type;

    @Option(names = "--in-production", description = "Only what a workload runs")
    private boolean inProduction;

    @Option(names = "--limit", paramLabel = "N", description = "Print the first N only")
    private int limit = Integer.MAX_VALUE;

    @Mixin
    private final FailOn failOn = new FailOn();

    FindingsCommand(Terminal terminal, GraphOptions.Opener opener) {
        super(terminal, opener);
    }

    @Override
    int answer(Throughline throughline, Assessment assessment) {
        Findings found = selected(() -> select(assessment.findings())).prioritized();
        List<Finding> shown = found.limit(limit).list();
        print(shown.stream().map(FindingView::of).toList(), () -> {
            FindingsText.print(terminal(), shown);
            terminal().line(shown.size() + " of " + assessment.findings().list().size() + " open findings");
        });
        return failOn.exitCode(found.stream().map(Finding::level));
    }

    private Findings select(Findings all) {
        Findings selected = all.with(factors.toArray(Factor[]::new));
        if (at != null) {
            selected = selected.at(at);
        }
        if (level != null) {
            selected = selected.atLeast(level);
        }
        if (type != null) {
            selected = selected.ofType(type);
        }
        return inProduction ? selected.inProduction() : selected;
    }
}
