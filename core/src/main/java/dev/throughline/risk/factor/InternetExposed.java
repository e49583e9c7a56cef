package dev.throughline.risk.factor;

import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.exposure.Exposure;
import dev.throughline.risk.exposure.aws.AwsExposure;
import dev.throughline.risk.exposure.azure.AzureExposure;
import dev.throughline.risk.exposure.gcp.GcpExposure;
import dev.throughline.risk.exposure.kubernetes.KubernetesExposure;
import java.util.List;
import java.util.function.Consumer;

/**
 * A network path leads from the internet to the asset, through every filter on the way that was read. The field
 * {@code width} is wide or narrow. Each platform is judged by its own {@link Exposure}.
 */
final class InternetExposed implements RiskFactor {
    private static final List<Exposure> PLATFORMS =
            List.of(new KubernetesExposure(), new AwsExposure(), new AzureExposure(), new GcpExposure());

    @Override
    public Factor factor() {
        return Factor.INTERNET_EXPOSED;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        PLATFORMS.forEach(platform -> platform.judge(situation.graph(), verdicts));
    }
}
