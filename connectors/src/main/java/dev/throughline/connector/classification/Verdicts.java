package dev.throughline.connector.classification;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.ClassificationRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the section {@code verdicts}: risk factors that somebody answers for. A tool may say that a factor holds; that it
 * does not, only a person can, and only for a time.
 */
final class Verdicts {
    private static final Set<String> FIELDS =
            Set.of("key", "match", "where", "factor", "answer", "by", "tool", "until", "reason");

    private Verdicts() {}

    static void read(Fields entry, FactSink sink) {
        Entries.allow(entry, FIELDS);
        String factor = factor(entry);
        String answer = answer(entry);
        Selection selection = Selection.of(entry);
        sink.accept(new ClassificationRule(
                selection.ruleKey("verdict " + factor + " " + answer),
                "verdict",
                selection.pattern(),
                null,
                null,
                entry.text("reason"),
                null,
                selection.kind(),
                selection.name(),
                selection.tag(),
                selection.namespace(),
                selection.account(),
                factor,
                answer,
                by(entry, answer),
                until(entry, answer)));
    }

    private static String factor(Fields entry) {
        String factor = entry.requiredText("factor");
        if (!factor.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new WrongShape(entry.get("factor").pointer(), "not the name of a risk factor");
        }
        return factor;
    }

    /** YAML reads the bare words yes and no as text; whoever writes true or false means them. */
    private static String answer(Fields entry) {
        String answer = entry.scalar("answer");
        return switch (answer == null ? "" : answer) {
            case "yes", "true" -> "yes";
            case "no", "false" -> "no";
            default -> throw new WrongShape(entry.get("answer").pointer(), "expected yes or no");
        };
    }

    private static String by(Fields entry, String answer) {
        if (entry.has("by") == entry.has("tool")) {
            throw new WrongShape(entry.pointer(), "a verdict is either by a person or of a tool");
        }
        if (entry.has("by")) {
            return entry.requiredText("by");
        }
        if (answer.equals("no")) {
            throw new WrongShape(entry.get("tool").pointer(), "only a person can say that a factor does not hold");
        }
        return entry.requiredText("tool");
    }

    private static @Nullable Instant until(Fields entry, String answer) {
        if (!entry.has("until")) {
            if (answer.equals("no")) {
                throw new WrongShape(entry.pointer(), "a verdict that says no needs a day until which it counts");
            }
            return null;
        }
        try {
            return LocalDate.parse(entry.requiredText("until"))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new WrongShape(entry.get("until").pointer(), "expected a day such as 2027-01-31");
        }
    }
}
