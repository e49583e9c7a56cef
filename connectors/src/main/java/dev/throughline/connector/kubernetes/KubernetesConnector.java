package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Scope;
import dev.throughline.model.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one Kubernetes cluster from exports of its objects: manifests in YAML with any number of documents, and what
 * {@code kubectl get … -o json} or the API itself answers.
 *
 * <p>Selectors, owners and bindings join objects of different files, so all files are read together, each once and into
 * light records. Of pods and their controllers more than some wait in a temporary file, until the {@linkplain Listing listing} is closed,
 * and are joined when their namespace is read. Partitions are {@code namespaces/<name>} and {@code cluster} for what is in no namespace. A file that
 * cannot be read may have been about any of them, so all are then partial.
 *
 * <p>Kinds that are not known are left out without a word. Values of secrets and config maps are not looked at.
 *
 * <p>Immutable; each setting returns a new connector.
 */
public final class KubernetesConnector implements Connector {
    /** Schemas of custom resources are deeper than other documents. */
    private static final JsonLimits LIMITS = JsonLimits.DEFAULT.withDepth(256);

    /** How many pods and controllers wait in memory. */
    private static final int HELD = 16 << 10;

    private final SourceFiles files;
    private final @Nullable String cluster;
    private final JsonLimits limits;
    private final int held;

    private KubernetesConnector(SourceFiles files, @Nullable String cluster, JsonLimits limits, int held) {
        this.files = files;
        this.cluster = cluster;
        this.limits = limits;
        this.held = held;
    }

    /**
     * Reads a file, or all {@code .json}, {@code .yaml} and {@code .yml} files below a directory.
     *
     * @param path a file or directory
     * @return a connector that still needs the name of the {@linkplain #cluster cluster}
     */
    public static KubernetesConnector dump(Path path) {
        return new KubernetesConnector(SourceFiles.at(path).named(KubernetesConnector::isExport), null, LIMITS, HELD);
    }

    /**
     * Reads some files.
     *
     * @param root the directory they are in
     * @param files paths, absolute or from the root
     * @return a connector that still needs the name of the {@linkplain #cluster cluster}
     */
    public static KubernetesConnector dump(Path root, List<Path> files) {
        return new KubernetesConnector(SourceFiles.of(root, files), null, LIMITS, HELD);
    }

    private static boolean isExport(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(json|yaml|yml)(\\.gz)?");
    }

    /**
     * Names the cluster, which its objects do not know.
     *
     * @param name a name, the same from one reading to the next; it becomes part of every key
     * @return a connector for this cluster
     * @throws IllegalArgumentException if the name is blank or holds a slash
     */
    public KubernetesConnector cluster(String name) {
        if (name.isBlank() || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("'" + Text.quote(name) + "' cannot be the name of a cluster");
        }
        return new KubernetesConnector(files, name, limits, held);
    }

    /**
     * Sets how large a file may be, 256 MiB unless set. Lists in JSON are read object by object; a YAML document is
     * held in memory as a whole.
     *
     * @param bytes bytes, after decompression
     * @return a connector with this limit
     */
    public KubernetesConnector maxFileSize(long bytes) {
        // No file has more tokens than bytes.
        return new KubernetesConnector(files, cluster, limits.withBytes(bytes).withTokens(bytes), held);
    }

    /** Sets how many pods and controllers are held in memory before some wait in a temporary file. */
    KubernetesConnector holding(int objects) {
        return new KubernetesConnector(files, cluster, limits, objects);
    }

    @Override
    public Scope scope() {
        return new Scope("kubernetes", clusterName());
    }

    /**
     * {@inheritDoc}
     *
     * @throws SourceException also if none of the files can be read
     */
    @Override
    public Listing list() {
        Keys keys = new Keys(clusterName());
        Dump dump = new Dump(held);
        try {
            return list(keys, dump);
        } catch (RuntimeException | Error e) {
            dump.workloads.close();
            throw e;
        }
    }

    private Listing list(Keys keys, Dump dump) {
        List<InputFile> inputs = files.list();
        DumpReader.read(inputs, limits, dump);
        if (dump.problems().size() == inputs.size()) {
            throw new SourceException(
                    new Rejection(files.root().toString(), "", dump.problems().get(0)), null);
        }
        List<NamespaceFacts> facts = facts(keys, dump);
        Completeness completeness = completeness(dump.problems());
        List<Partition> partitions = dump.partitions().stream()
                .<Partition>map(namespace -> new DumpPartition(namespace, dump, facts, completeness))
                .toList();
        return new Listing(partitions, completeness, dump.workloads::close);
    }

    private static List<NamespaceFacts> facts(Keys keys, Dump dump) {
        BackendFacts backends = new BackendFacts(keys, dump);
        return List.of(
                new ClusterFacts(keys, dump),
                new WorkloadFacts(keys),
                new ImageFacts(keys),
                new MountFacts(keys),
                new ConfigFacts(keys, dump),
                new RbacFacts(keys, dump, new Subjects(dump)),
                new ServiceFacts(keys, dump),
                new IngressFacts(keys, dump, new IngressControllers(dump), backends),
                new GatewayFacts(keys, dump, backends),
                new NetworkPolicyFacts(keys, dump),
                new GitOpsFacts(keys, dump));
    }

    private static Completeness completeness(List<String> problems) {
        if (problems.isEmpty()) {
            return Completeness.complete();
        }
        String more = problems.size() == 1 ? "" : ", and " + (problems.size() - 1) + " more files";
        return Completeness.partial(problems.get(0) + more);
    }

    private String clusterName() {
        if (cluster == null) {
            throw new IllegalStateException("the cluster has no name yet: call cluster(name)");
        }
        return cluster;
    }
}
