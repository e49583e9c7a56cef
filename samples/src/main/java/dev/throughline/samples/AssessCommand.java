package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.finding.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Assesses, publishes and prints figures. */
@Command(
        name = "assess",
        description = "Assesses what was read, publishes the result in the graph, and prints it in figures.")
final class AssessCommand extends AssessmentCommand {
    @Mixin
    private final FailOn failOn = new FailOn();

    AssessCommand(Terminal terminal, GraphOptions.Opener opener) {
        super(terminal, opener);
    }

    @Override
    int answer(Throughline throughline, Assessment assessment) {
        AssessmentView view = AssessmentView.of(assessment, throughline.publish(assessment));
        print(view, () -> AssessmentText.print(terminal(), view));
        return failOn.exitCode(assessment.findings().stream().map(Finding::level));
    }
}
