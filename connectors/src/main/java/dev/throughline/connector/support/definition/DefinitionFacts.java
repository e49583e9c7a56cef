package dev.throughline.connector.support.definition;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineJob;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Turns definitions of one repository into facts. */
public final class DefinitionFacts {
    private static final String AZURE_DEVOPS = "dev.azure.com/";

    private final AssetKey repository;

    /**
     * For the definitions of a repository.
     *
     * @param repository key of the repository
     */
    public DefinitionFacts(AssetKey repository) {
        this.repository = repository;
    }

    /**
     * The key of the pipeline that a file defines, the same from the platform's list and from the file.
     *
     * @param repository key of its repository
     * @param path path of the file; runs of GitHub append {@code @} and the ref it was taken from
     * @return {@code pipeline:github.com/acme/shop/.github/workflows/release.yml}
     */
    public static AssetKey pipeline(AssetKey repository, String path) {
        int ref = path.indexOf('@');
        String file = ref < 0 ? path : path.substring(0, ref);
        return AssetKey.inRepository(AssetKind.PIPELINE, repository, file.replaceFirst("^/+", ""));
    }

    /**
     * Emits what a definition says.
     *
     * @param definition the definition
     * @param path path of its file in the repository
     * @param inheritable names of the secrets that a called workflow inherits
     * @param sink takes the facts
     */
    public void accept(PipelineDefinition definition, String path, Set<String> inheritable, FactSink sink) {
        AssetKey key = pipeline(repository, path);
        sink.accept(new Pipeline(
                key,
                definition.name(),
                path,
                null,
                null,
                definition.triggers(),
                definition.permissions(),
                definition.jobs().stream().map(PipelineJob::toString).toList()));
        sink.accept(new Relation(repository, RelationType.DEFINES, key));
        definition.references().forEach(reference -> {
            sink.accept(reference);
            sink.accept(new Relation(key, RelationType.USES_ACTION, reference.key()));
        });
        Set<String> secrets = new TreeSet<>(definition.secrets());
        if (definition.inheritsSecrets()) {
            secrets.addAll(inheritable);
        }
        String around = around();
        relate(key, RelationType.USES_SECRET, AssetKind.PIPELINE_SECRET, repository.value(), secrets, sink);
        relate(key, RelationType.DEPLOYS_TO, AssetKind.DEPLOYMENT_ENVIRONMENT, around, definition.environments(), sink);
        if (!repository.value().startsWith(AZURE_DEVOPS)) {
            return; // the project that a pipeline of another host runs in is not known
        }
        relate(key, RelationType.USES_SECRET, AssetKind.VARIABLE_GROUP, around, definition.variableGroups(), sink);
        relate(key, RelationType.USES_SECRET, AssetKind.SECURE_FILE, around, definition.secureFiles(), sink);
        relate(key, RelationType.USES_CONNECTION, AssetKind.SERVICE_CONNECTION, around, definition.connections(), sink);
        relate(key, RelationType.RUNS_ON, AssetKind.AGENT_POOL, organization(), definition.pools(), sink);
    }

    private static void relate(
            AssetKey pipeline,
            RelationType type,
            AssetKind kind,
            String place,
            Collection<String> names,
            FactSink sink) {
        names.forEach(name -> sink.accept(new Relation(pipeline, type, AssetKey.of(kind, place + "/" + name))));
    }

    /** Azure DevOps keeps environments and the like in the project, the others in the repository. */
    private String around() {
        String value = repository.value();
        return value.startsWith(AZURE_DEVOPS) ? value.substring(0, value.lastIndexOf('/')) : value;
    }

    private String organization() {
        String[] segments = repository.value().split("/", 3);
        return segments[0] + "/" + segments[1];
    }
}
