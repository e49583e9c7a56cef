package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.WhatIf;
import dev.throughline.attack.Fix;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what would be different if something were done. */
@Command(
        name = "what-if",
        description = {
            "Prints what would be different if something were done: paths, targets and findings.",
            "Each option may be given several times; what they name is done together."
        })
final class WhatIfCommand extends AssessmentCommand {
    @Option(names = "--isolate", paramLabel = "KEY", description = "An asset that nothing gets to or from any more")
    private List<AssetKey> isolated = new ArrayList<>();

    @Option(names = "--mend", paramLabel = "KEY", description = "A finding that is mended")
    private List<AssetKey> mended = new ArrayList<>();

    @Option(
            names = "--apply",
            paramLabel = "REMEDY",
            description = "What 'paths' or 'choke-points' says would break a path, word for word")
    private List<String> applied = new ArrayList<>();

    @Option(
            names = "--stop",
            paramLabel = "EDGE=KEY",
            description = "A kind of step that is not possible any more to or from an asset")
    private List<String> stopped = new ArrayList<>();

    WhatIfCommand(Terminal terminal, GraphOptions.Opener opener) {
        super(terminal, opener);
    }

    @Override
    int answer(Throughline throughline, Assessment assessment) {
        WhatIf different = selected(() -> assessment.whatIf(fixes()));
        print(WhatIfView.of(different), () -> WhatIfText.print(terminal(), different));
        return 0;
    }

    private Fix[] fixes() {
        List<Fix> fixes = new ArrayList<>();
        isolated.forEach(asset -> fixes.add(new Fix.Isolate(asset)));
        mended.forEach(finding -> fixes.add(new Fix.Mend(finding)));
        applied.forEach(remedy -> fixes.add(new Fix.Apply(remedy)));
        stopped.forEach(stop -> fixes.add(stopped(stop)));
        if (fixes.isEmpty()) {
            throw new IllegalArgumentException("what should be done? name a fix");
        }
        return fixes.toArray(Fix[]::new);
    }

    private static Fix stopped(String edgeAtKey) {
        int equals = edgeAtKey.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + edgeAtKey + "' is not EDGE=KEY");
        }
        return new Fix.StopEdge(AssetKey.parse(edgeAtKey.substring(equals + 1)), edgeAtKey.substring(0, equals));
    }
}
