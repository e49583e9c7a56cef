package dev.throughline.connector.workflows;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.definition.AzurePipeline;
import dev.throughline.connector.support.definition.GitHubWorkflow;
import dev.throughline.connector.support.definition.GitLabPipeline;
import dev.throughline.connector.support.definition.PipelineDefinition;
import dev.throughline.model.AssetKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a definition is written for. */
enum Dialect {
    GITHUB,
    AZURE_DEVOPS,
    GITLAB;

    /** The dialect that a path from the root of a repository tells; null if no platform reads a file there. */
    static @Nullable Dialect ofPath(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".yml") && !name.endsWith(".yaml")) {
            return null;
        }
        String file = name.substring(name.lastIndexOf('/') + 1);
        if (name.matches("(?:.*/)?\\.github/workflows/[^/]+")) {
            return GITHUB;
        }
        if (file.endsWith(".gitlab-ci.yml") || file.endsWith(".gitlab-ci.yaml") || name.startsWith(".gitlab/ci/")) {
            return GITLAB;
        }
        boolean azure = file.startsWith("azure-pipelines")
                || name.startsWith(".azure-pipelines/")
                || name.startsWith(".azuredevops/")
                || name.startsWith(".pipelines/");
        return azure ? AZURE_DEVOPS : null;
    }

    /** The dialect of a file that lies elsewhere, by what it holds. */
    static Dialect ofContent(Fields definition) {
        if (definition.get("jobs").node().isObject()) {
            return GITHUB;
        }
        boolean listed = definition.get("jobs").node().isArray()
                || definition.get("steps").node().isArray()
                || definition.get("extends").node().isObject()
                || (definition.get("stages").node().isArray()
                        && definition.get("stages").node().path(0).isObject());
        return listed ? AZURE_DEVOPS : GITLAB;
    }

    PipelineDefinition read(Fields definition, AssetKey repository) {
        String value = repository.value();
        String host = value.substring(0, value.indexOf('/'));
        return switch (this) {
            case GITHUB -> GitHubWorkflow.read(definition, host);
            case AZURE_DEVOPS -> AzurePipeline.read(definition, value.substring(0, value.lastIndexOf('/')));
            case GITLAB -> GitLabPipeline.read(definition, host);
        };
    }
}
