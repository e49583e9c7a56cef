package dev.throughline.connector.workflows;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.connector.support.Yaml;
import dev.throughline.connector.support.definition.DefinitionFacts;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads the definitions of pipelines in a checkout of one repository: GitHub workflows, Azure Pipelines and GitLab CI, one
 * partition for each file. A pipeline has the key that the export of its platform gives it, so that both meet.
 *
 * <p>In a directory the files are read that a platform reads by itself: {@code .github/workflows/*.yml}, {@code
 * azure-pipelines*.yml}, those below {@code .azure-pipelines}, {@code .azuredevops} and {@code .pipelines}, and {@code
 * .gitlab-ci.yml}. A file that is named is read wherever it lies. Nothing that a file includes is fetched. A file that is
 * no definition is rejected. Immutable.
 */
public final class WorkflowsConnector implements Connector {
    private static final JsonLimits LIMITS =
            JsonLimits.DEFAULT.withBytes(1 << 20).withTokens(200_000);

    private final SourceFiles files;
    private final AssetKey repository;

    private WorkflowsConnector(SourceFiles files, AssetKey repository) {
        this.files = files;
        this.repository = repository;
    }

    /**
     * Reads one file, or the definitions below a directory.
     *
     * @param path the root of a checkout, or a file
     * @return what still needs the repository
     */
    public static Checkout files(Path path) {
        return new Checkout(SourceFiles.at(path).named(name -> Dialect.ofPath(name) != null));
    }

    /**
     * Reads a list of files, whatever they are called.
     *
     * @param root the root of the checkout
     * @param files paths, absolute or from the root
     * @return what still needs the repository
     */
    public static Checkout files(Path root, List<Path> files) {
        return new Checkout(SourceFiles.of(root, files));
    }

    /** Files of which it is not yet said whose they are. */
    public static final class Checkout {
        private final SourceFiles files;

        private Checkout(SourceFiles files) {
            this.files = files;
        }

        /**
         * Says which repository they are of.
         *
         * @param url any address of the repository
         * @return the connector
         * @throws IllegalArgumentException if it is not the address of a repository
         */
        public WorkflowsConnector repository(String url) {
            return new WorkflowsConnector(files, AssetKey.repository(url));
        }
    }

    /**
     * {@inheritDoc}
     *
     * @return {@code workflows:<repository>}
     */
    @Override
    public Scope scope() {
        return new Scope("workflows", repository.value());
    }

    @Override
    public Listing list() {
        return Listing.complete(files.list().stream()
                .map(file -> new DefinitionFile(file, repository))
                .toList());
    }

    private record DefinitionFile(InputFile file, AssetKey repository) implements Partition {
        @Override
        public String name() {
            return file.name();
        }

        @Override
        public Completeness read(FactSink sink) {
            Records.one(Yaml.read(file, LIMITS), sink, this::definition);
            return Completeness.complete();
        }

        private void definition(Fields definition, FactSink sink) {
            Dialect known = Dialect.ofPath(file.name());
            Dialect dialect = known == null ? Dialect.ofContent(definition) : known;
            new DefinitionFacts(repository).accept(dialect.read(definition, repository), file.name(), Set.of(), sink);
        }
    }
}
