package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.mapping.Coverage;
import picocli.CommandLine.Command;

/** Prints how much of what runs is followed back to its code. */
@Command(
        name = "coverage",
        description = "Prints how much of what runs is followed back to its code, and what would raise that most.")
final class CoverageCommand extends AssessmentCommand {
    CoverageCommand(Terminal terminal, GraphOptions.Opener opener) {
        super(terminal, opener);
    }

    @Override
    int answer(Throughline throughline, Assessment assessment) {
        Coverage coverage = assessment.coverage();
        print(CoverageView.of(coverage), () -> CoverageText.print(terminal(), coverage));
        return 0;
    }
}
