package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Cwe;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.OneLine;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.Vulnerability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a tool says of a rule (reportingDescriptor, SARIF 2.1.0 §3.49), or nothing but its id. */
final class ToolRule {
    private static final Pattern VULNERABILITY =
            Pattern.compile("(?i)\\b(CVE-[0-9]{4}-[0-9]{4,}|GHSA(?:-[0-9a-z]{4}){3})(?![0-9a-z])");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]{1,4})}");
    private static final int LONGEST_MESSAGE = 10_000;

    private final String id;
    private final Fields descriptor;
    private final Fields globalMessages;
    private final @Nullable Double score;
    private final List<String> cwes;

    ToolRule(String id, Fields descriptor, Fields globalMessages) {
        this.id = id;
        this.descriptor = descriptor;
        this.globalMessages = globalMessages;
        Fields properties = descriptor.object("properties");
        this.score = score(properties.scalar("security-severity"));
        List<String> tags = new ArrayList<>(properties.strings("tags"));
        for (Fields relationship : descriptor.list("relationships")) {
            Fields target = relationship.object("target");
            tags.add(target.object("toolComponent").text("name") + "-" + target.scalar("id"));
            tags.add(String.valueOf(target.scalar("id")));
        }
        this.cwes = Cwe.in(tags);
    }

    /** The id as results give it; empty if they give none. */
    String id() {
        return id;
    }

    @Nullable
    String name() {
        return descriptor.text("name");
    }

    /** The id of the vulnerability this rule stands for, as with scanners of packages. */
    @Nullable
    String vulnerability() {
        Matcher matcher = VULNERABILITY.matcher(id);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** One line for people. What a result says of its place is only used where nothing else is known. */
    String title(String message) {
        String text = descriptor.object("shortDescription").text("text");
        for (String title : new String[] {text, name(), id, message}) {
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
        String level = descriptor.object("defaultConfiguration").text("level");
        return level == null ? "warning" : level;
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

    /** The rule or, where it stands for one, the vulnerability; null for a result without rule. */
    @Nullable
    Asset asset(String tool) {
        String vulnerability = vulnerability();
        if (vulnerability != null) {
            AssetKey key = AssetKey.vulnerability(vulnerability);
            return new Vulnerability(
                    key, null, securitySeverity(), null, null, null, null, known(cwes), null, null, null, null);
        }
        if (id.isBlank()) {
            return null;
        }
        String ruleId = descriptor.text("id") == null ? id : descriptor.requiredText("id");
        Severity severity = score == null ? severity(level()) : securitySeverity();
        return new Rule(Fingerprint.rule(tool, ruleId), ruleId, tool, title(""), severity, score, known(cwes));
    }

    /** What a message says, with its arguments (§3.11). */
    String message(Fields message) {
        String text = message.text("text");
        String messageId = message.text("id");
        if (text == null && messageId != null) {
            Fields string = descriptor.object("messageStrings").object(messageId);
            text = (string.isAbsent() ? globalMessages.object(messageId) : string).text("text");
        }
        if (text == null) {
            return "";
        }
        List<String> arguments = message.strings("arguments");
        String filled = PLACEHOLDER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(argument(arguments, m)));
        return filled.substring(0, Math.min(filled.length(), LONGEST_MESSAGE));
    }

    private static String argument(List<String> arguments, MatchResult placeholder) {
        int index = Integer.parseInt(placeholder.group(1));
        return index < arguments.size() ? arguments.get(index) : placeholder.group();
    }

    private static @Nullable List<String> known(List<String> values) {
        return values.isEmpty() ? null : values;
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
