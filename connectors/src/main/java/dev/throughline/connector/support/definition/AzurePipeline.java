package dev.throughline.connector.support.definition;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.ActionReference;
import dev.throughline.model.AssetKey;
import dev.throughline.model.PipelineJob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a definition of Azure Pipelines (<em>YAML schema reference for Azure Pipelines</em>). */
public final class AzurePipeline {
    private static final Set<String> CONNECTION_INPUTS = Set.of(
            "azureSubscription",
            "azureSubscriptionEndpoint",
            "ConnectedServiceName",
            "connectedServiceName",
            "ConnectedServiceNameARM",
            "connectedServiceNameARM",
            "azureResourceManagerConnection",
            "kubernetesServiceConnection",
            "kubernetesServiceEndpoint",
            "containerRegistry",
            "dockerRegistryServiceConnection",
            "dockerRegistryEndpoint",
            "awsCredentials",
            "sshEndpoint",
            "serviceConnection");

    private final Map<String, Fields> repositories = new HashMap<>();
    private final TreeMap<AssetKey, ActionReference> references = new TreeMap<>();
    private final List<PipelineJob> jobs = new ArrayList<>();
    private final Set<String> environments = new TreeSet<>();
    private final Set<String> connections = new TreeSet<>();
    private final Set<String> groups = new TreeSet<>();
    private final Set<String> files = new TreeSet<>();
    private final Set<String> pools = new TreeSet<>();
    private final String project;

    private AzurePipeline(String project) {
        this.project = project;
    }

    /**
     * Reads a definition.
     *
     * @param pipeline root of the file
     * @param project project it is in, as {@code dev.azure.com/acme/store}
     * @return what it says
     * @throws WrongShape if it is no definition of a pipeline
     */
    public static PipelineDefinition read(Fields pipeline, String project) {
        if (List.of("stages", "jobs", "steps", "extends").stream().noneMatch(pipeline::has)) {
            throw new WrongShape(
                    pipeline.pointer(), "this is not a pipeline: it has no 'stages', 'jobs', 'steps' or 'extends'");
        }
        return new AzurePipeline(project).read(pipeline);
    }

    private PipelineDefinition read(Fields pipeline) {
        for (Fields repository : pipeline.object("resources").list("repositories")) {
            String alias = repository.text("repository");
            if (alias != null) {
                repositories.put(alias, repository);
            }
        }
        shared(pipeline);
        template(pipeline.object("extends"));
        parts(pipeline);
        return new PipelineDefinition(
                pipeline.scalar("name"),
                triggers(pipeline),
                null,
                jobs,
                references.values(),
                Set.of(),
                false,
                environments,
                connections,
                groups,
                files,
                pools);
    }

    /** A pipeline without a trigger runs on each push; whoever may queue it runs it by hand. */
    private static List<String> triggers(Fields pipeline) {
        Set<String> triggers = new TreeSet<>(Set.of("manual"));
        if (!"none".equals(pipeline.get("trigger").node().textValue())) {
            triggers.add("push");
        }
        if (pipeline.has("pr") && !"none".equals(pipeline.get("pr").node().textValue())) {
            triggers.add("pull_request");
        }
        if (pipeline.has("schedules")) {
            triggers.add("schedule");
        }
        return List.copyOf(triggers);
    }

    private void parts(Fields holder) {
        for (Fields stage : parts(holder, "stages")) {
            shared(stage);
            template(stage);
            parts(stage);
        }
        for (Fields job : parts(holder, "jobs")) {
            job(job);
        }
        if (holder.has("steps") && !holder.has("jobs") && !holder.has("stages")) {
            job(holder);
        }
    }

    /** A template may loop over a list, and what it makes of it is then a mapping. */
    private static List<Fields> parts(Fields holder, String name) {
        Fields list = holder.get(name);
        return list.node().isArray()
                ? list.elements().stream().filter(e -> e.node().isObject()).toList()
                : List.of();
    }

    private void shared(Fields holder) {
        pool(holder.get("pool"));
        for (Fields variable : parts(holder, "variables")) {
            add(groups, variable.scalar("group"));
            template(variable);
        }
    }

    private void pool(Fields pool) {
        boolean named = pool.node().isObject() && !pool.has("vmImage");
        add(pools, pool.node().isTextual() ? pool.text() : named ? pool.scalar("name") : null);
    }

    private void job(Fields job) {
        shared(job);
        template(job);
        Fields target = job.get("environment");
        String environment = known(
                target.node().isObject() ? target.scalar("name") : target.node().isTextual() ? target.text() : null);
        // a resource of the environment may follow its name
        String name = environment == null ? null : environment.split("\\.", 2)[0];
        add(environments, name);
        steps(job);
        String id = job.scalar("job") == null ? job.scalar("deployment") : job.scalar("job");
        if (!job.has("template")) {
            jobs.add(new PipelineJob(
                    id == null ? "job" : id, name, List.of(), false, null, List.of(), List.of(), false, null));
        }
    }

    /** Steps of a job, or below the hooks of a deployment strategy. */
    private void steps(Fields holder) {
        for (Fields step : parts(holder, "steps")) {
            template(step);
            Fields inputs = step.get("inputs").node().isObject() ? step.get("inputs") : Fields.NONE;
            for (String input : inputs.names()) {
                if (CONNECTION_INPUTS.contains(input)) {
                    add(connections, inputs.scalar(input));
                }
            }
            add(files, inputs.get("secureFile").node().textValue());
        }
        if (holder.get("strategy").node().isObject()) {
            Fields strategy = holder.get("strategy");
            strategy.names().forEach(kind -> hooks(strategy.get(kind)));
        }
    }

    private void hooks(Fields kind) {
        if (kind.node().isObject()) {
            for (String hook : kind.names()) {
                if (kind.get(hook).node().isObject()) {
                    steps(kind.get(hook));
                    hooks(kind.get(hook));
                }
            }
        }
    }

    /** {@code template: path@alias} is a file of another repository. */
    private void template(Fields holder) {
        String template = known(holder.get("template").node().textValue());
        int at = template == null ? -1 : template.lastIndexOf('@');
        if (template == null || at < 0) {
            return;
        }
        Fields source = repositories.get(template.substring(at + 1));
        String name = source == null ? null : known(source.scalar("name"));
        if (source == null || name == null) {
            return;
        }
        String ref = known(source.scalar("ref"));
        String branch = ref == null ? null : ref.replaceFirst("^refs/(?:heads|tags)/", "");
        ActionReference reference =
                Reference.ofFile(repository(source.scalar("type"), name), template.substring(0, at), branch);
        references.put(reference.key(), reference);
    }

    private String repository(@Nullable String type, String name) {
        if ("github".equals(type)) {
            return "github.com/" + name;
        }
        int end = name.contains("/") ? project.lastIndexOf('/') : project.length();
        return project.substring(0, end) + "/" + name;
    }

    private static void add(Set<String> names, @Nullable String name) {
        String known = known(name);
        if (known != null) {
            names.add(known);
        }
    }

    /** Null for what is only known once it runs. */
    private static @Nullable String known(@Nullable String value) {
        boolean computed = value == null
                || value.isBlank()
                || value.contains("$(")
                || value.contains("${{")
                || value.contains("$[");
        return computed ? null : value;
    }
}
