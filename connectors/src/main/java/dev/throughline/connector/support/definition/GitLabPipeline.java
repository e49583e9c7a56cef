package dev.throughline.connector.support.definition;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.ActionReference;
import dev.throughline.model.AssetKey;
import dev.throughline.model.PipelineJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a definition of GitLab CI (<em>CI/CD YAML syntax reference</em>). {@code extends} is followed within the file.
 */
public final class GitLabPipeline {
    private static final Set<String> KEYWORDS = Set.of(
            "default",
            "include",
            "stages",
            "variables",
            "workflow",
            "image",
            "services",
            "cache",
            "before_script",
            "after_script",
            "spec",
            "types");
    private static final int DEEPEST_EXTENDS = 11;

    private final Fields root;
    private final String host;
    private final TreeMap<AssetKey, ActionReference> references = new TreeMap<>();

    private GitLabPipeline(Fields root, String host) {
        this.root = root;
        this.host = host;
    }

    /**
     * Reads a definition.
     *
     * @param pipeline root of the file
     * @param host host of the platform, from which it includes
     * @return what it says
     * @throws WrongShape if it is no definition of a pipeline
     */
    public static PipelineDefinition read(Fields pipeline, String host) {
        boolean fits = pipeline.names().stream()
                .anyMatch(name -> name.equals("include")
                        || name.equals("stages")
                        || (!KEYWORDS.contains(name) && isJob(pipeline.get(name))));
        if (!fits) {
            throw new WrongShape(pipeline.pointer(), "this is not a pipeline: it has no 'include', 'stages' or job");
        }
        return new GitLabPipeline(pipeline, host).read();
    }

    private static boolean isJob(Fields value) {
        return value.node().isObject()
                && (value.has("script") || value.has("trigger") || value.has("extends") || value.has("run"));
    }

    private PipelineDefinition read() {
        includes();
        List<PipelineJob> jobs = new ArrayList<>();
        Set<String> environments = new TreeSet<>();
        Set<String> triggers = new TreeSet<>(Set.of("push"));
        for (String name : root.names()) {
            Fields job = root.get(name);
            if (!KEYWORDS.contains(name) && !name.startsWith(".") && isJob(job)) {
                PipelineJob read = job(name, job);
                jobs.add(read);
                if (read.environment() != null) {
                    environments.add(read.environment());
                }
                String conditions =
                        job.get("rules").node() + " " + job.get("only").node();
                if (conditions.contains("merge_request")) {
                    triggers.add("merge_request_event");
                }
                if (conditions.contains("schedule")) {
                    triggers.add("schedule");
                }
            }
        }
        return new PipelineDefinition(
                null,
                List.copyOf(triggers),
                null,
                jobs,
                references.values(),
                Set.of(),
                false,
                environments,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of());
    }

    private PipelineJob job(String name, Fields job) {
        Fields target = inherited(job, "environment", 0);
        String environment =
                target.node().isObject() ? target.scalar("name") : target.node().textValue();
        Fields tags = inherited(job, "tags", 0);
        List<String> labels = new ArrayList<>();
        if (tags.node().isArray()) {
            tags.elements().forEach(tag -> labels.add(tag.node().asText()));
        }
        return new PipelineJob(
                name,
                environment == null || environment.contains("$") ? null : environment,
                labels.stream().anyMatch(label -> label.contains("$")) ? List.of() : labels,
                !inherited(job, "id_tokens", 0).isAbsent(),
                null,
                List.of(),
                List.of(),
                false,
                protectedRefsOnly(job));
    }

    /** A keyword of the job, or of what it extends, or of the default. */
    private Fields inherited(Fields job, String keyword, int depth) {
        if (!job.get(keyword).isAbsent()) {
            return job.get(keyword);
        }
        Fields parents = job.get("extends");
        List<String> names = new ArrayList<>();
        if (parents.node().isTextual()) {
            names.add(parents.text());
        } else if (parents.node().isArray()) {
            parents.elements().forEach(parent -> names.add(0, parent.text()));
        }
        for (String name : names) {
            if (depth < DEEPEST_EXTENDS && root.get(name).node().isObject()) {
                Fields found = inherited(root.get(name), keyword, depth + 1);
                if (!found.isAbsent()) {
                    return found;
                }
            }
        }
        Fields defaults = root.get("default");
        return depth == 0 && defaults.node().isObject() ? defaults.get(keyword) : Fields.NONE;
    }

    private @Nullable Boolean protectedRefsOnly(Fields job) {
        Fields rules = inherited(job, "rules", 0);
        if (!rules.node().isArray()) {
            return null;
        }
        return rules.elements().stream()
                .filter(rule -> rule.node().isObject()
                        && !"never".equals(rule.get("when").node().textValue()))
                .map(rule -> String.valueOf(rule.get("if").node().textValue()))
                .allMatch(test -> test.contains("CI_COMMIT_REF_PROTECTED") || test.contains("CI_DEFAULT_BRANCH"));
    }

    private void includes() {
        Fields include = root.get("include");
        List<Fields> entries = include.node().isArray() ? include.elements() : List.of(include);
        for (Fields entry : entries) {
            if (entry.node().isObject()) {
                include(entry);
            }
        }
    }

    private void include(Fields entry) {
        String project = known(entry.get("project"));
        String component = known(entry.get("component"));
        if (project != null) {
            Fields file = entry.get("file");
            List<Fields> paths = file.node().isArray() ? file.elements() : List.of(file);
            for (Fields path : paths) {
                add(Reference.ofFile(
                        host + "/" + project, String.valueOf(path.node().textValue()), known(entry.get("ref"))));
            }
        } else if (component != null) {
            int at = component.indexOf('@');
            String path = at < 0 ? component : component.substring(0, at);
            int slash = path.lastIndexOf('/');
            if (slash > 0) {
                add(Reference.ofFile(
                        path.substring(0, slash),
                        path.substring(slash + 1),
                        at < 0 ? null : component.substring(at + 1)));
            }
        }
    }

    private void add(ActionReference reference) {
        references.put(reference.key(), reference);
    }

    private @Nullable String known(Fields field) {
        String value = field.node().textValue();
        String here =
                value == null ? null : value.replace("$CI_SERVER_FQDN", host).replace("$CI_SERVER_HOST", host);
        return here == null || here.contains("$") ? null : here;
    }
}
