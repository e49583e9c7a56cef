package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.attack.ChokePoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints where few changes stop many attacks. */
@Command(
        name = "choke-points",
        description = {
            "Prints where attack paths meet, and which remedies separate most pairs of an entry and a target.",
            "A star marks the fewest assets that together lie on all paths."
        })
final class ChokePointsCommand extends AssessmentCommand {
    @Option(names = "--limit", paramLabel = "N", description = "Print the first N of each list only")
    private int limit = Integer.MAX_VALUE;

    ChokePointsCommand(Terminal terminal, GraphOptions.Opener opener) {
        super(terminal, opener);
    }

    @Override
    int answer(Throughline throughline, Assessment assessment) {
        ChokePoints found = assessment.chokePoints();
        ChokePoints shown = new ChokePoints(
                found.pairs(),
                found.list().stream().limit(limit).toList(),
                found.remedies().stream().limit(limit).toList(),
                found.minimumCut());
        print(ChokePointsView.of(shown), () -> ChokePointsText.print(terminal(), shown));
        return 0;
    }
}
