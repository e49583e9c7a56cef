package dev.throughline.connector.support.definition;

import dev.throughline.model.ActionReference;
import dev.throughline.model.PipelineJob;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the definition of a pipeline says, whatever platform it is for. Names of things that are computed when it runs are
 * left out.
 *
 * @param name display name
 * @param triggers what starts it, sorted
 * @param permissions permissions that it or one of its jobs asks for, sorted; null if none are named, so that the settings
 *     of the repository apply
 * @param jobs its jobs
 * @param references code of other repositories that it runs: actions, workflows, templates
 * @param secrets names of the secrets it reads
 * @param inheritsSecrets whether a job hands all secrets on to a workflow it calls
 * @param environments environments its jobs name
 * @param connections names of service connections
 * @param variableGroups names of groups of variables
 * @param secureFiles names of secure files
 * @param pools names of agent pools
 */
public record PipelineDefinition(
        @Nullable String name,
        List<String> triggers,
        @Nullable List<String> permissions,
        List<PipelineJob> jobs,
        Collection<ActionReference> references,
        Set<String> secrets,
        boolean inheritsSecrets,
        Set<String> environments,
        Set<String> connections,
        Set<String> variableGroups,
        Set<String> secureFiles,
        Set<String> pools) {}
