package dev.throughline.connector.defender;

import dev.throughline.connector.support.FileConnector;
import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Partition;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads exports of Microsoft Defender for Cloud: {@code microsoft.security/assessments} and {@code
 * microsoft.security/assessments/subassessments} from Azure Resource Graph, Azure Resource Manager and the command line, and
 * the recommendations that the portal saves as CSV.
 *
 * <p>An unhealthy resource has a {@link dev.throughline.model.Weakness}. A healthy one has none, nor has one that the
 * question does not apply to; where that is so because somebody exempted it, the weakness is there with that state. The
 * asset is the image by its digest, the repository by what a connector to its platform calls it, the resource of another
 * cloud by its own id, and else the resource by its id of Azure Resource Manager. Names of fields are read in any case, as
 * they are written. Descriptions and steps of remediation are not read, for they may quote what was found.
 *
 * <p>Each file is a partition. One that says that more pages follow or that its result was truncated is partial. Immutable;
 * each setting returns a new connector.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/defenderforcloud/sub-assessments/list">Sub Assessments - List</a>
 */
public final class DefenderConnector extends FileConnector<DefenderConnector> {
    private DefenderConnector(FileSource source) {
        super("defender", source);
    }

    /**
     * Reads a file, or all {@code .json} and {@code .csv} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static DefenderConnector files(Path path) {
        return new DefenderConnector(FileSource.at(path, ".json", ".csv"));
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static DefenderConnector files(Path root, List<Path> files) {
        return new DefenderConnector(FileSource.of(root, files));
    }

    @Override
    protected DefenderConnector with(FileSource changed) {
        return new DefenderConnector(changed);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits) {
        return new DefenderFile(file, limits);
    }
}
