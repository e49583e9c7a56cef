package dev.throughline.connector.support.codeowners;

import com.google.common.base.Splitter;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import java.util.ArrayList;
import java.util.List;

/**
 * The counterpart of CODEOWNERS in Azure DevOps, which has no such file: the branch policy <em>Automatically included
 * reviewers</em> (Azure DevOps REST 7.1, {@code git/policy/configurations} of a repository and its default branch, which
 * answers with the policies that apply there). Each policy is a section of its own. Its path filters are applied from left
 * to right, those with {@code !} exclude, so the last that fits counts; {@code *} stands for any characters, slashes among
 * them. Without filters a policy is about all files.
 */
public final class RequiredReviewers {
    /** Id of the type of the policy, the same in every organization. */
    private static final String TYPE = "fd2167ab-b0be-447a-8ec8-39368250530e";

    private static final Splitter SEVERAL = Splitter.on(';').trimResults().omitEmptyStrings();

    private RequiredReviewers() {}

    /**
     * Reads a policy.
     *
     * @param configuration one element of the answer
     * @return its rules in their order, whose owners are ids of identities; empty if it is of another type, or not in force
     * @throws WrongShape if it has not the shape of a policy
     */
    public static List<CodeRule> parse(Fields configuration) {
        if (!TYPE.equals(configuration.object("type").text("id"))
                || !Boolean.TRUE.equals(configuration.bool("isEnabled"))
                || Boolean.TRUE.equals(configuration.bool("isDeleted"))) {
            return List.of();
        }
        Fields settings = configuration.object("settings");
        String section = "policy " + configuration.number("id");
        List<String> reviewers = settings.strings("requiredReviewerIds");
        List<String> filters = settings.strings("filenamePatterns").stream()
                .flatMap(SEVERAL::splitToStream)
                .toList();
        if (filters.isEmpty()) {
            return List.of(new CodeRule(1, section, "*", CodeRule.EVERYTHING, reviewers));
        }
        List<CodeRule> rules = new ArrayList<>();
        for (String filter : filters) {
            boolean excludes = filter.startsWith("!");
            String glob = glob(filter.substring(excludes ? 1 : 0).strip());
            rules.add(new CodeRule(rules.size() + 1, section, filter, glob, excludes ? List.of() : reviewers));
        }
        return rules;
    }

    private static String glob(String filter) {
        String all = filter.replaceAll("\\*+", "**");
        return all.startsWith("/") ? all : "/" + all;
    }
}
