package dev.throughline.connector.terraform;

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
public final class TerraformConnector extends FileConnector<TerraformConnector> {
    private final Origin origin;
    private final @Nullable String cluster;

    private TerraformConnector(FileSource source, Origin origin, @Nullable String cluster) {
        super("terraform", source);
        this.origin = origin;
        this.cluster = cluster;
    }

    /**
     * Reads a file, or all {@code .json} and {@code .tfstate} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static TerraformConnector files(Path path) {
        return of(FileSource.at(path, ".json", ".tfstate"));
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static TerraformConnector files(Path root, List<Path> files) {
        return of(FileSource.of(root, files));
    }

    private static TerraformConnector of(FileSource source) {
        return new TerraformConnector(source, new Origin(null, null), null);
    }

    /**
     * Says in which repository the code lies. Without it only tags of the resources can tell.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector for code of this repository
     * @throws IllegalArgumentException if it names no repository
     */
    public TerraformConnector repository(String url) {
        return new TerraformConnector(source(), new Origin(AssetKey.repository(url), origin.folder()), cluster);
    }

    /**
     * Says in which folder of the repository the root module lies. It is shown as evidence.
     *
     * @param path path from the root of the repository, such as {@code infra/prod}
     * @return a connector for code in this folder
     */
    public TerraformConnector folder(String path) {
        return new TerraformConnector(source(), new Origin(origin.repository(), path), cluster);
    }

    /**
     * Says in which cluster resources of the provider {@code kubernetes} run, which no state tells.
     *
     * @param cluster name of the cluster, as its own connector calls it
     * @return a connector for workloads of this cluster
     */
    public TerraformConnector cluster(String cluster) {
        return new TerraformConnector(source(), origin, cluster);
    }

    @Override
    protected TerraformConnector with(FileSource changed) {
        return new TerraformConnector(changed, origin, cluster);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits) {
        return new TerraformFile(file, limits, new Resources(origin, cluster));
    }
}
