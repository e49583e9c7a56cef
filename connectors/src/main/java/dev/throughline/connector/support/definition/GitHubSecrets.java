package dev.throughline.connector.support.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names of secrets in expressions of a workflow. */
final class GitHubSecrets {
    private static final Pattern SECRET =
            Pattern.compile("(?i)\\bsecrets\\s*(?:\\.\\s*([a-z_][a-z0-9_]*)|\\[\\s*'([a-z_][a-z0-9_]*)'\\s*])");
    private static final String JOB_TOKEN = "GITHUB_TOKEN";

    private GitHubSecrets() {}

    /** Names in upper case, without the token every job gets. */
    static Set<String> in(JsonNode node) {
        Set<String> secrets = new TreeSet<>();
        collect(node, secrets);
        secrets.remove(JOB_TOKEN);
        return secrets;
    }

    private static void collect(JsonNode node, Set<String> secrets) {
        node.forEach(child -> collect(child, secrets));
        String text = node.isTextual() ? node.textValue() : "";
        int start = text.indexOf("${{");
        for (int end; start >= 0 && (end = text.indexOf("}}", start)) >= 0; start = text.indexOf("${{", end)) {
            Matcher matcher = SECRET.matcher(text).region(start, end);
            while (matcher.find()) {
                String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                secrets.add(name.toUpperCase(Locale.ROOT));
            }
        }
    }
}
