package dev.throughline.connector.trivy;

import dev.throughline.connector.support.FileConnector;
import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads reports that Trivy wrote with {@code --format json} (schema 2, Trivy 0.20 and newer).
 *
 * <p>The report of an image ({@code trivy image}) describes the image of each digest under which registries hold it
 * ({@code RepoDigests}; for an image of several platforms that may be the digest of its index), or, where there is
 * none, the image named by the digest of its configuration ({@code ImageID}). The report of a file system or repository
 * ({@code trivy fs}, {@code trivy repo}) needs a {@linkplain #repository repository}, unless it tells the address it
 * was cloned from. The report of a cluster ({@code trivy k8s}), and custom resources of Trivy-Operator, need the name of the
 * {@linkplain #cluster cluster}; what they found is about workloads and nodes, and about images where they name a digest.
 * Reports of other artifacts, and of schema 1, are refused.
 *
 * <p>Vulnerabilities become {@link dev.throughline.model.Vulnerability}, {@link dev.throughline.model.SoftwarePackage}
 * and {@link dev.throughline.model.Weakness}; failed checks and secrets become weaknesses with their
 * {@link dev.throughline.model.Rule}. Of a secret only rule, severity, file and line are read. What a vendor says of a
 * vulnerability ({@code Status}) changes nothing. Layers, licences and packages without a vulnerability are not read.
 *
 * <p>Each file is a partition. Immutable.
 *
 * @see <a href="https://trivy.dev/latest/docs/configuration/reporting/#json">Trivy: Reporting, JSON</a>
 */
public final class TrivyConnector extends FileConnector<TrivyConnector> {
    private final @Nullable AssetKey repository;
    private final @Nullable String cluster;

    private TrivyConnector(FileSource source, @Nullable AssetKey repository, @Nullable String cluster) {
        super("trivy", source);
        this.repository = repository;
        this.cluster = cluster;
    }

    /**
     * Reads a file, or all {@code .json} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static TrivyConnector files(Path path) {
        return new TrivyConnector(FileSource.at(path, ".json"), null, null);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static TrivyConnector files(Path root, List<Path> files) {
        return new TrivyConnector(FileSource.of(root, files), null, null);
    }

    /**
     * Says which repository the reports of file systems and repositories are about.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector that lays their findings on this repository
     * @throws IllegalArgumentException if it names no repository
     */
    public TrivyConnector repository(String url) {
        return new TrivyConnector(source(), AssetKey.repository(url), cluster);
    }

    /**
     * Says which cluster the reports of clusters are about.
     *
     * @param name its name, as the Kubernetes connector has it
     * @return a connector that lays their findings on the workloads of this cluster
     * @throws IllegalArgumentException if the name is blank
     */
    public TrivyConnector cluster(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of the cluster is blank");
        }
        return new TrivyConnector(source(), repository, name);
    }

    @Override
    protected TrivyConnector with(FileSource changed) {
        return new TrivyConnector(changed, repository, cluster);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits) {
        return new TrivyReport(file, limits, repository, cluster);
    }
}
