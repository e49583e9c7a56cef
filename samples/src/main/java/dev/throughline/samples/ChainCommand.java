package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.mapping.CodeToCloudChain;
import dev.throughline.model.AssetKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the way from code to cloud that leads through an asset. */
@Command(name = "chain", description = "Prints the way from code to cloud that leads through an asset.")
final class ChainCommand extends AssessmentCommand {
    @Parameters(
            paramLabel = "KEY",
            description =
                    "A repository, commit, pipeline, run, image, tag, package, finding, workload or a cloud resource"
                            + " that runs an image, such as workload:prod-eu/shop/Deployment/web or"
                            + " repository:github.com/acme/web")
    private @Nullable AssetKey key;

    ChainCommand(Terminal terminal, GraphOptions.Opener opener) {
        super(terminal, opener);
    }

    @Override
    int answer(Throughline throughline, Assessment assessment) {
        CodeToCloudChain chain = selected(() -> assessment.chain(Objects.requireNonNull(key)));
        print(ChainView.of(chain), () -> ChainText.print(terminal(), chain));
        return 0;
    }
}
