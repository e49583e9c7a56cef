package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.finding.BlastRadius;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints everything that has the same issue from the same source. */
@Command(
        name = "blast-radius",
        description = {
            "Prints everything that has the same issue as a finding, from the same source: what one fix mends.",
            "Where an attacker gets from an asset is its reach."
        })
final class BlastRadiusCommand extends AssessmentCommand {
    @Parameters(paramLabel = "KEY", description = "A finding; with --source, a vulnerability or rule")
    private @Nullable AssetKey key;

    @Option(
            names = "--source",
            paramLabel = "KEY",
            description = "Of a vulnerability or rule: the repository, commit or base image it comes from")
    private @Nullable AssetKey source;

    BlastRadiusCommand(Terminal terminal, GraphOptions.Opener opener) {
        super(terminal, opener);
    }

    @Override
    int answer(Throughline throughline, Assessment assessment) {
        AssetKey issue = Objects.requireNonNull(key);
        BlastRadius radius =
                selected(() -> source == null ? assessment.blastRadius(issue) : assessment.blastRadius(issue, source));
        print(View.of(radius), () -> print(radius));
        return 0;
    }

    private void print(BlastRadius radius) {
        terminal().line(radius.issue() + " from " + radius.source());
        terminal().heading(radius.findings().size() + " open findings");
        FindingsText.print(terminal(), radius.findings());
        terminal().heading(radius.images().size() + " images");
        terminal().lines("", EvidenceView.texts(radius.images()));
        terminal().heading(radius.workloads().size() + " workloads");
        terminal().lines("", EvidenceView.texts(radius.workloads()));
    }

    /** In JSON, as {@code docs/schema/blast-radius.json} describes it. */
    record View(String issue, String source, List<String> findings, List<String> images, List<String> workloads) {
        static View of(BlastRadius radius) {
            return new View(
                    radius.issue().text(),
                    radius.source().text(),
                    radius.findings().stream()
                            .map(finding -> finding.key().text())
                            .toList(),
                    EvidenceView.texts(radius.images()),
                    EvidenceView.texts(radius.workloads()));
        }
    }
}
