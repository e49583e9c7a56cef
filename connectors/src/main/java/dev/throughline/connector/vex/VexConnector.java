package dev.throughline.connector.vex;

import dev.throughline.connector.support.FileConnector;
import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Partition;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads what vendors and others say of vulnerabilities in products: OpenVEX, CSAF 2.0 and CycloneDX, each told by its content.
 *
 * <p>Every statement becomes a {@link dev.throughline.model.VexStatement} on the products that it names by package URL:
 * images, all images of a registry repository, repositories of GitHub, packages. It is a claim, which findings show beside what
 * scanners say. Nobody signed a file; signed ones are read out of attestations.
 *
 * <p>Each file is a partition. Immutable.
 *
 * @see <a href="https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md">OpenVEX specification</a>
 * @see <a href="https://docs.oasis-open.org/csaf/csaf/v2.0/os/csaf-v2.0-os.html">CSAF 2.0</a>
 */
public final class VexConnector extends FileConnector<VexConnector> {
    private VexConnector(FileSource source) {
        super("vex", source);
    }

    /**
     * Reads a file, or all {@code .json} and {@code .xml} files below a directory, packed with gzip or not.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static VexConnector files(Path path) {
        return new VexConnector(FileSource.at(path, ".json", ".xml"));
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static VexConnector files(Path root, List<Path> files) {
        return new VexConnector(FileSource.of(root, files));
    }

    @Override
    protected VexConnector with(FileSource changed) {
        return new VexConnector(changed);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits) {
        return new VexFile(file, limits);
    }
}
