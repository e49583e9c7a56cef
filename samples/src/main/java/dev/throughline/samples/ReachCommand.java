package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.attack.ReachedAssets;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what an attacker who holds an asset can get from there. */
@Command(
        name = "reach",
        description = {
            "Prints what an attacker who holds an asset can get from there.",
            "What has the same cause as a finding is its blast-radius."
        })
final class ReachCommand extends AssessmentCommand {
    @Parameters(paramLabel = "KEY", description = "The asset, such as serviceaccount:prod-eu/shop/deployer")
    private @Nullable AssetKey key;

    ReachCommand(Terminal terminal, GraphOptions.Opener opener) {
        super(terminal, opener);
    }

    @Override
    int answer(Throughline throughline, Assessment assessment) {
        AssetKey from = selected(() -> held(assessment, Objects.requireNonNull(key)));
        ReachedAssets reached = assessment.reachability().from(from);
        print(View.of(reached), () -> print(reached));
        return 0;
    }

    private static AssetKey held(Assessment assessment, AssetKey key) {
        if (assessment.graph().number(key) < 0) {
            throw new IllegalArgumentException("the graph holds no " + key);
        }
        return key;
    }

    private void print(ReachedAssets reached) {
        terminal().line(reached.assets() + " assets can be reached from " + reached.from());
        Table kinds = new Table("COUNT", "KIND");
        reached.byKind().forEach((kind, count) -> kinds.row(count, kind));
        terminal().lines("", kinds.lines());
        print("Critical", reached.critical());
        print("With sensitive data", reached.sensitive());
    }

    private void print(String heading, List<AssetKey> assets) {
        if (!assets.isEmpty()) {
            terminal().heading(heading);
            terminal().lines("", EvidenceView.texts(assets));
        }
    }

    /** In JSON, as {@code docs/schema/reach.json} describes it. */
    record View(String from, int assets, Map<String, Integer> byKind, List<String> critical, List<String> sensitive) {
        static View of(ReachedAssets reached) {
            return new View(
                    reached.from().text(),
                    reached.assets(),
                    reached.byKind(),
                    EvidenceView.texts(reached.critical()),
                    EvidenceView.texts(reached.sensitive()));
        }
    }
}
