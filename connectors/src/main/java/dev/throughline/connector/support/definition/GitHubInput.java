package dev.throughline.connector.support.definition;

import dev.throughline.connector.support.Fields;
import dev.throughline.model.PipelineJob;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds where a job executes what outsiders wrote (GitHub, <em>Security hardening for GitHub Actions</em>). */
final class GitHubInput {
    private static final Pattern HEAD = Pattern.compile(
            "github\\.event\\.(?:pull_request\\.(?:head|number)|number|issue\\.number|workflow_run\\.head)|github\\.head_ref"
                    + "|refs/pull/");
    private static final Pattern FETCHES_HEAD = Pattern.compile(
            "\\bgh\\s+pr\\s+checkout\\b|\\bgit\\s+(?:fetch|checkout|pull)\\b[^\\n]*(?:pull/|head\\.(?:ref|sha))");
    private static final Pattern FETCHES_ARTIFACT = Pattern.compile("\\bgh\\s+run\\s+download\\b|downloadArtifact");
    private static final Pattern TEXT = Pattern.compile("github\\.(?:head_ref|event\\.(?:"
            + "(?:issue|pull_request|discussion)\\.(?:title|body)"
            + "|pull_request\\.head\\.(?:ref|label|repo\\.default_branch)|(?:comment|review|review_comment)\\.body"
            + "|pages\\.[\\w.*\\[\\]]{1,40}page_name"
            + "|(?:commits\\.[\\w.*\\[\\]]{1,40}|head_commit|workflow_run\\.head_commit)\\.(?:message|author\\.(?:email|name))"
            + "|workflow_run\\.(?:head_branch|display_title)))\\b");

    private GitHubInput() {}

    static Set<String> untrusted(Fields job, List<String> triggers) {
        Set<String> found = new TreeSet<>();
        for (Fields step : job.list("steps")) {
            String uses = step.text("uses");
            String action = uses == null ? "" : uses.toLowerCase(Locale.ROOT);
            Fields with = step.get("with").node().isObject() ? step.get("with") : Fields.NONE;
            scripts(step.scalar("run"), triggers, found);
            if (action.startsWith("actions/github-script@")) {
                scripts(with.scalar("script"), triggers, found);
            }
            if (action.startsWith("actions/checkout@") && takesHead(with)) {
                found.add(PipelineJob.HEAD);
            }
            if (triggers.contains("workflow_run") && action.contains("download-artifact@")) {
                found.add(PipelineJob.ARTIFACT);
            }
        }
        return found;
    }

    private static boolean takesHead(Fields with) {
        String ref = with.scalar("ref");
        String repository = with.scalar("repository");
        return (ref != null && HEAD.matcher(ref).find())
                || (repository != null && HEAD.matcher(repository).find());
    }

    private static void scripts(@Nullable String script, List<String> triggers, Set<String> found) {
        if (script == null) {
            return;
        }
        if (FETCHES_HEAD.matcher(script).find()) {
            found.add(PipelineJob.HEAD);
        }
        if (triggers.contains("workflow_run")
                && FETCHES_ARTIFACT.matcher(script).find()) {
            found.add(PipelineJob.ARTIFACT);
        }
        int start = script.indexOf("${{");
        for (int end; start >= 0 && (end = script.indexOf("}}", start)) >= 0; start = script.indexOf("${{", end)) {
            Matcher text = TEXT.matcher(script).region(start, end);
            while (text.find()) {
                found.add(text.group());
            }
        }
    }
}
