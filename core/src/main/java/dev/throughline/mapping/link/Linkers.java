package dev.throughline.mapping.link;

import dev.throughline.mapping.Linker;
import java.util.List;

/** The catalogue of linkers. */
public final class Linkers {
    private Linkers() {}

    /**
     * All linkers that come with Throughline.
     *
     * @return the linkers, strongest evidence first
     */
    public static List<Linker> all() {
        return List.of(
                new SlsaProvenance(),
                new ReportedBuild(),
                new DeploymentTooling(),
                new EnvironmentDeployments(),
                new DeploymentRecords(),
                new IacTags(),
                new ImageLabels(),
                new TagOrName());
    }
}
