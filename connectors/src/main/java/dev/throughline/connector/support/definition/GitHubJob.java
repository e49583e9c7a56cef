package dev.throughline.connector.support.definition;

import dev.throughline.connector.support.Fields;
import dev.throughline.model.PipelineJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a job of a workflow. */
final class GitHubJob {
    private static final Pattern HOSTED = Pattern.compile("(?:ubuntu|windows|macos)-.*");
    private static final Pattern ASKS_WHO = Pattern.compile(
            "head\\.repo|author_association|github\\.(?:actor|triggering_actor)\\b|\\.label|event\\.sender");

    private GitHubJob() {}

    static PipelineJob read(String id, Fields job, Fields workflow, List<String> triggers, Set<String> shared) {
        Fields own = job.get("permissions");
        Fields permissions = own.isAbsent() ? workflow.get("permissions") : own;
        Set<String> secrets = new TreeSet<>(shared);
        secrets.addAll(GitHubSecrets.in(job.node()));
        return new PipelineJob(
                id,
                environment(job),
                labels(job.get("runs-on")),
                grants(permissions, "id-token"),
                permissions.isAbsent() ? null : Boolean.valueOf(grants(permissions, "contents")),
                List.copyOf(secrets),
                List.copyOf(GitHubInput.untrusted(job, triggers)),
                isGuarded(job),
                null);
    }

    private static boolean grants(Fields permissions, String scope) {
        return permissions.node().isTextual()
                ? permissions.text().equals("write-all")
                : permissions.node().isObject() && "write".equals(permissions.scalar(scope));
    }

    private static @Nullable String environment(Fields job) {
        Fields environment = job.get("environment");
        String name = environment.node().isObject() ? environment.scalar("name") : job.scalar("environment");
        return name == null || name.isBlank() || name.contains("${{") ? null : name;
    }

    /** Labels of machines that the organization runs; none if the platform runs the machine, or it is computed. */
    private static List<String> labels(Fields runsOn) {
        Fields labels = runsOn.node().isObject() ? runsOn.get("labels") : runsOn;
        List<String> names = new ArrayList<>();
        if (labels.node().isTextual()) {
            names.add(labels.text());
        } else {
            labels.elements().forEach(label -> names.add(label.text()));
        }
        boolean own = names.contains("self-hosted")
                || names.stream().noneMatch(n -> HOSTED.matcher(n).matches() || n.contains("${{"));
        return own ? names : List.of();
    }

    private static boolean isGuarded(Fields job) {
        String condition = job.scalar("if");
        return condition != null && ASKS_WHO.matcher(condition).find();
    }
}
