package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Cwe;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.VulnerabilityId;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.Vulnerability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a tool says of a rule (reportingDescriptor, SARIF 2.1.0 §3.49), or nothing but its id. */
final class ToolRule {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]{1,4})}");

    private final String id;
    private final Fields descriptor;
    private final Fields globalMessages;
    private final @Nullable Double score;
    private final List<String> cwes;
    private final @Nullable String vulnerability;
    private final String title;
    private @Nullable String level;

    ToolRule(String id, Fields descriptor, Fields globalMessages, Taxonomies taxonomies) {
        this.id = id;
        this.descriptor = descriptor;
        this.globalMessages = globalMessages;
        Fields properties = descriptor.object("properties");
        this.score = score(properties.scalar("security-severity"));
        Set<String> found = new LinkedHashSet<>(Cwe.in(properties.strings("tags")));
        List<DescriptorReference> targets = new ArrayList<>();
        descriptor.list("relationships").forEach(r -> targets.add(DescriptorReference.of(r.object("target"))));
        found.addAll(taxonomies.cwes(targets));
        this.cwes = List.copyOf(found);
        this.vulnerability = vulnerability(id, descriptor);
        this.title = title(descriptor.object("shortDescription").text("text"), name(), id);
    }

    /** The id as results give it; empty if they give none. */
    String id() {
        return id;
    }

    @Nullable
    String name() {
        return descriptor.text("name");
    }

    /** The id of the vulnerability this rule stands for, as with scanners of packages; null if for none. */
    @Nullable
    String vulnerability() {
        return vulnerability;
    }

    /** Snyk has ids of its own, and tells those of others in its description. */
    private static @Nullable String vulnerability(String id, Fields descriptor) {
        String description =
                id.startsWith("SNYK-") ? descriptor.object("fullDescription").text("text") : null;
        return VulnerabilityId.in(description == null ? id : description);
    }

    /** One line for people. What a result says of its place is only used where nothing else is known. */
    String title(String message) {
        return title.isEmpty() ? OneLine.of(message) : title;
    }

    private static String title(@Nullable String... titles) {
        for (String title : titles) {
            if (title != null && !title.isBlank()) {
                return OneLine.of(title);
            }
        }
        return "";
    }

    /** The rating that GitHub gives a security severity: out of range is the same as none. */
    @Nullable
    Severity securitySeverity() {
        return score == null ? null : Severity.ofCvss(score);
    }

    /** The level of results that name none; {@code warning} unless the rule says otherwise (§3.50.3). */
    String level() {
        if (level == null) {
            String configured = descriptor.object("defaultConfiguration").text("level");
            level = configured == null ? "warning" : configured;
        }
        return level;
    }

    static @Nullable Severity severity(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "error" -> Severity.HIGH;
            case "warning" -> Severity.MEDIUM;
            case "note" -> Severity.LOW;
            case "none" -> Severity.NONE;
            default -> null;
        };
    }

    /**
     * The rule or, where it stands for one, the vulnerability; null for a result without rule. Results may be classified more
     * closely than their rule.
     */
    @Nullable
    Asset asset(String tool, Collection<String> moreCwes) {
        Set<String> all = new LinkedHashSet<>(cwes);
        all.addAll(moreCwes);
        if (vulnerability != null) {
            AssetKey key = AssetKey.vulnerability(vulnerability);
            return new Vulnerability(
                    key, null, securitySeverity(), null, null, null, null, known(all), null, null, null, null);
        }
        if (id.isBlank()) {
            return null;
        }
        String ruleId = descriptor.text("id") == null ? id : descriptor.requiredText("id");
        Severity severity = score == null ? severity(level()) : securitySeverity();
        return new Rule(Fingerprint.rule(tool, ruleId), ruleId, tool, title(""), severity, score, known(all));
    }

    /** What a message says, with its arguments (§3.11). */
    String message(Message message) {
        String text = message.text();
        if (text == null && message.id() != null) {
            Fields string = descriptor.object("messageStrings").object(message.id());
            text = (string.isAbsent() ? globalMessages.object(message.id()) : string).text("text");
        }
        if (text == null) {
            return "";
        }
        List<String> arguments = message.arguments();
        return arguments.isEmpty()
                ? text
                : Message.cut(
                        PLACEHOLDER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(argument(arguments, m))));
    }

    private static String argument(List<String> arguments, MatchResult placeholder) {
        int index = Integer.parseInt(placeholder.group(1));
        return index < arguments.size() ? arguments.get(index) : placeholder.group();
    }

    private static @Nullable List<String> known(Collection<String> values) {
        return values.isEmpty() ? null : List.copyOf(values);
    }

    private static @Nullable Double score(@Nullable String text) {
        try {
            double score = text == null ? 0 : Double.parseDouble(text);
            return score > 0 && score <= 10 ? score : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
