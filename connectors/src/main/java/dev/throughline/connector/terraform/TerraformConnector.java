package dev.throughline.connector.terraform;

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
 * Reads states of Terraform and OpenTofu (state files of version 4), and what {@code terraform show -json} prints of a state
 * or plan: which resources of AWS, Azure, Entra, Google Cloud and Kubernetes were made from which code, and the images they
 * run, the identities they act as and the tokens they trust.
 *
 * <p>A resource has the key that the connector of its cloud gives it. What a plan is only going to make is rejected: it has
 * no such key yet. Values marked as sensitive are never looked at.
 *
 * <p>Each file is a partition. Immutable.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output format</a>
 */
public final class TerraformConnector implements Connector {
    private final SourceFiles files;
    private final String name;
    private final Origin origin;
    private final @Nullable String cluster;
    private final JsonLimits limits;

    private TerraformConnector(
            SourceFiles files, String name, Origin origin, @Nullable String cluster, JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.origin = origin;
        this.cluster = cluster;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json} and {@code .tfstate} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static TerraformConnector files(Path path) {
        return of(SourceFiles.at(path).named(name -> name.matches(".*\\.(json|tfstate)(\\.gz)?")));
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static TerraformConnector files(Path root, List<Path> files) {
        return of(SourceFiles.of(root, files));
    }

    private static TerraformConnector of(SourceFiles files) {
        return new TerraformConnector(files, files.name(), new Origin(null, null), null, JsonLimits.DEFAULT);
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the workspace
     * @return a connector with the scope {@code terraform:<name>}
     */
    public TerraformConnector named(String name) {
        return new TerraformConnector(files, name, origin, cluster, limits);
    }

    /**
     * Says in which repository the code lies. Without it only tags of the resources can tell.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector for code of this repository
     * @throws IllegalArgumentException if it names no repository
     */
    public TerraformConnector repository(String url) {
        return new TerraformConnector(
                files, name, new Origin(AssetKey.repository(url), origin.folder()), cluster, limits);
    }

    /**
     * Says in which folder of the repository the root module lies. It is shown as evidence.
     *
     * @param path path from the root of the repository, such as {@code infra/prod}
     * @return a connector for code in this folder
     */
    public TerraformConnector folder(String path) {
        return new TerraformConnector(files, name, new Origin(origin.repository(), path), cluster, limits);
    }

    /**
     * Says in which cluster resources of the provider {@code kubernetes} run, which no state tells.
     *
     * @param cluster name of the cluster, as its own connector calls it
     * @return a connector for workloads of this cluster
     */
    public TerraformConnector cluster(String cluster) {
        return new TerraformConnector(files, name, origin, cluster, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set. A file is held in memory as a whole.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public TerraformConnector maxFileSize(long bytes) {
        return new TerraformConnector(files, name, origin, cluster, limits.withBytes(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("terraform", name);
    }

    @Override
    public Listing list() {
        Resources resources = new Resources(origin, cluster);
        return Listing.complete(files.list().stream()
                .map(file -> new TerraformFile(file, limits, resources))
                .toList());
    }
}
