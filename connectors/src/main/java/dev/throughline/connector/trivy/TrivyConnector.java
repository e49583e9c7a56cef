package dev.throughline.connector.trivy;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Scope;
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
public final class TrivyConnector implements Connector {
    private final SourceFiles files;
    private final String name;
    private final @Nullable AssetKey repository;
    private final @Nullable String cluster;
    private final JsonLimits limits;

    private TrivyConnector(
            SourceFiles files,
            String name,
            @Nullable AssetKey repository,
            @Nullable String cluster,
            JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.repository = repository;
        this.cluster = cluster;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static TrivyConnector files(Path path) {
        return new TrivyConnector(
                SourceFiles.at(path).named(TrivyConnector::isReport), lastName(path), null, null, JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static TrivyConnector files(Path root, List<Path> files) {
        return new TrivyConnector(SourceFiles.of(root, files), lastName(root), null, null, JsonLimits.DEFAULT);
    }

    private static boolean isReport(String name) {
        return name.endsWith(".json") || name.endsWith(".json.gz");
    }

    private static String lastName(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return (absolute.getFileName() == null ? absolute : absolute.getFileName()).toString();
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the pipeline that scans
     * @return a connector with the scope {@code trivy:<name>}
     */
    public TrivyConnector named(String name) {
        return new TrivyConnector(files, name, repository, cluster, limits);
    }

    /**
     * Says which repository the reports of file systems and repositories are about.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector that lays their findings on this repository
     * @throws IllegalArgumentException if it names no repository
     */
    public TrivyConnector repository(String url) {
        return new TrivyConnector(files, name, AssetKey.repository(url), cluster, limits);
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
        return new TrivyConnector(files, this.name, repository, name, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public TrivyConnector maxFileSize(long bytes) {
        return new TrivyConnector(
                files, name, repository, cluster, limits.withBytes(bytes).withTokens(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("trivy", name);
    }

    @Override
    public Listing list() {
        return Listing.complete(files.list().stream()
                .map(file -> new TrivyReport(file, limits, repository, cluster))
                .toList());
    }
}
