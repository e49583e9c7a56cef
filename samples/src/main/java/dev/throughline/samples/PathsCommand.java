package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackPaths;
import dev.throughline.model.AssetKey;
import dev.throughline.risk.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the attack paths, most urgent first. */
@Command(
        name = "paths",
        description = {
            "Prints the attack paths from outside to what is critical or sensitive, most urgent first.",
            "Paths of one shape are printed as one."
        })
final class PathsCommand extends AssessmentCommand {
    @Option(
            names = "--from",
            paramLabel = "KEY",
            description = "Only from this asset: a place outside, such as outside:internet, or what an insider holds")
    private @Nullable AssetKey from;

    @Option(
            names = "--to",
            paramLabel = "KEY|FACTOR",
            description = "Only to this asset, or to assets for which this risk factor holds")
    private @Nullable String to;

    @Option(names = "--through", paramLabel = "KEY", description = "Only through this asset")
    private @Nullable AssetKey through;

    @Option(names = "--max-hops", paramLabel = "N", description = "Only of at most N steps")
    private int maxHops = Integer.MAX_VALUE;

    @Option(names = "--next-best", paramLabel = "N", description = "The next N paths for each entry and target, too")
    private int nextBest;

    @Option(names = "--level", paramLabel = "LEVEL", description = "Only at least this urgent")
    private @Nullable Level level;

    @Option(names = "--limit", paramLabel = "N", description = "Print the first N only")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--all", description = "Print each path, not one for each shape")
    private boolean all;

    @Mixin
    private final FailOn failOn = new FailOn();

    PathsCommand(Terminal terminal, GraphOptions.Opener opener) {
        super(terminal, opener);
    }

    @Override
    int answer(Throughline throughline, Assessment assessment) {
        AttackPaths found = selected(() -> select(assessment.attackPaths()));
        if (found.isTruncated()) {
            terminal().warn("truncated: the search ended before it had looked everywhere");
        }
        if (found.list().isEmpty()) {
            found.missing().forEach(missing -> terminal().warn("missing: " + missing));
        }
        List<AttackPath> shown = (all ? found : found.grouped()).top(limit).list();
        print(shown.stream().map(PathView::of).toList(), () -> {
            PathsText.print(terminal(), shown);
            terminal().line(found.list().size() + " attack paths");
        });
        return failOn.exitCode(found.stream().map(AttackPath::level));
    }

    private AttackPaths select(AttackPaths every) {
        AttackPaths selected = every.withinHops(maxHops).nextBest(nextBest);
        if (from != null) {
            selected = selected.from(from);
        }
        if (to != null) {
            selected = to.contains(":") ? selected.to(AssetKey.parse(to)) : selected.to(Converters.factor(to));
        }
        if (through != null) {
            selected = selected.through(through);
        }
        return level == null ? selected : selected.atLeast(level);
    }
}
