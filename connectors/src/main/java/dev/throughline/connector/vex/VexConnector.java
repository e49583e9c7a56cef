package dev.throughline.connector.vex;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what vendors and others say of vulnerabilities in products: OpenVEX, CSAF 2.0 and CycloneDX, each told by its content.
 *
 * <p>Every statement becomes a {@link dev.throughline.model.VexStatement} on the products that it names by package URL:
 * images, all images of a registry repository, repositories of GitHub, packages. It is a claim, which findings show beside what
 * scanners say. Signatures are not looked at here.
 *
 * <p>Each file is a partition. Immutable.
 *
 * @see <a href="https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md">OpenVEX specification</a>
 * @see <a href="https://docs.oasis-open.org/csaf/csaf/v2.0/os/csaf-v2.0-os.html">CSAF 2.0</a>
 */
public final class VexConnector implements Connector {
    private static final Pattern DOCUMENT = Pattern.compile(".*\\.(?:json|xml)(?:\\.gz)?");

    private final SourceFiles files;
    private final String name;
    private final JsonLimits limits;

    private VexConnector(SourceFiles files, String name, JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json} and {@code .xml} files below a directory, packed with gzip or not.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static VexConnector files(Path path) {
        SourceFiles files =
                SourceFiles.at(path).named(name -> DOCUMENT.matcher(name).matches());
        return new VexConnector(files, files.name(), JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static VexConnector files(Path root, List<Path> files) {
        SourceFiles some = SourceFiles.of(root, files);
        return new VexConnector(some, some.name(), JsonLimits.DEFAULT);
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the vendor
     * @return a connector with the scope {@code vex:<name>}
     */
    public VexConnector named(String name) {
        return new VexConnector(files, name, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public VexConnector maxFileSize(long bytes) {
        return new VexConnector(files, name, limits.withBytes(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("vex", name);
    }

    @Override
    public Listing list() {
        return Listing.complete(
                files.list().stream().map(file -> new VexFile(file, limits)).toList());
    }
}
