package dev.throughline.connector.support.definition;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.ActionReference;
import dev.throughline.model.AssetKey;
import dev.throughline.model.PipelineJob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a workflow file of GitHub (<em>Workflow syntax for GitHub Actions</em>). */
public final class GitHubWorkflow {
    private GitHubWorkflow() {}

    /**
     * Reads a workflow.
     *
     * @param workflow root of the file
     * @param host host of the platform, from which it takes actions
     * @return what it says
     * @throws WrongShape if it is no workflow
     */
    public static PipelineDefinition read(Fields workflow, String host) {
        if (!workflow.has("on") && !workflow.has("jobs")) {
            throw new WrongShape(workflow.pointer(), "this is not a workflow: it has neither 'on' nor 'jobs'");
        }
        List<String> triggers = triggers(workflow.get("on"));
        Set<String> shared = GitHubSecrets.in(workflow.get("env").node());
        List<PipelineJob> jobs = new ArrayList<>();
        List<Fields> described = new ArrayList<>();
        Fields all = workflow.object("jobs");
        for (String id : all.names()) {
            Fields job = all.object(id);
            described.add(job);
            jobs.add(GitHubJob.read(id, job, workflow, triggers, shared));
        }
        Set<String> environments = new TreeSet<>();
        jobs.forEach(job -> {
            if (job.environment() != null) {
                environments.add(job.environment());
            }
        });
        return new PipelineDefinition(
                workflow.scalar("name"),
                triggers,
                permissions(workflow, described),
                jobs,
                references(described, host),
                GitHubSecrets.in(workflow.node()),
                described.stream()
                        .anyMatch(j -> "inherit".equals(j.get("secrets").node().textValue())),
                environments,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of());
    }

    private static List<String> triggers(Fields on) {
        if (on.node().isTextual()) {
            return List.of(on.text());
        }
        List<String> events =
                on.node().isArray() ? on.elements().stream().map(Fields::text).toList() : on.names();
        return events.stream().sorted().distinct().toList();
    }

    private static @Nullable List<String> permissions(Fields workflow, List<Fields> jobs) {
        List<Fields> holders = new ArrayList<>(jobs);
        holders.add(workflow);
        Set<String> permissions = new TreeSet<>();
        boolean named = false;
        for (Fields holder : holders) {
            Fields asked = holder.get("permissions");
            named |= !asked.isAbsent();
            if (asked.node().isTextual()) {
                permissions.add(asked.text()); // read-all or write-all
            } else {
                asked.names().forEach(scope -> permissions.add(scope + ": " + asked.scalar(scope)));
            }
        }
        return named ? List.copyOf(permissions) : null;
    }

    private static Collection<ActionReference> references(List<Fields> jobs, String host) {
        TreeMap<AssetKey, ActionReference> references = new TreeMap<>();
        for (Fields job : jobs) {
            List<Fields> users = new ArrayList<>(job.list("steps"));
            users.add(job);
            for (Fields user : users) {
                String uses = user.text("uses");
                if (uses != null && !uses.startsWith("./")) {
                    ActionReference reference = Reference.ofGitHub(uses, host);
                    references.put(reference.key(), reference);
                }
            }
        }
        return references.values();
    }
}
