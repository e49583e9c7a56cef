package dev.throughline.connector.defender;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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
public final class DefenderConnector implements Connector {
    private final SourceFiles files;
    private final String name;
    private final JsonLimits limits;

    private DefenderConnector(SourceFiles files, String name, JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json} and {@code .csv} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static DefenderConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path).named(DefenderConnector::isExport);
        return new DefenderConnector(files, files.name(), JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static DefenderConnector files(Path root, List<Path> files) {
        SourceFiles chosen = SourceFiles.of(root, files);
        return new DefenderConnector(chosen, chosen.name(), JsonLimits.DEFAULT);
    }

    private static boolean isExport(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(json|csv)(\\.gz)?");
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the tenant
     * @return a connector with the scope {@code defender:<name>}
     */
    public DefenderConnector named(String name) {
        return new DefenderConnector(files, name, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set. A JSON file is held in memory as a whole.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public DefenderConnector maxFileSize(long bytes) {
        return new DefenderConnector(files, name, limits.withBytes(bytes).withTokens(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("defender", name);
    }

    @Override
    public Listing list() {
        return Listing.complete(files.list().stream()
                .map(file -> new DefenderFile(file, limits))
                .toList());
    }
}
