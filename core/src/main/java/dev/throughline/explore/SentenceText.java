package dev.throughline.explore;

import dev.throughline.explore.Condition.AllOf;
import dev.throughline.explore.Condition.AnyOf;
import dev.throughline.explore.Condition.Connected;
import dev.throughline.explore.Condition.HasFactor;
import dev.throughline.explore.Condition.HasFinding;
import dev.throughline.explore.Condition.HasProperty;
import dev.throughline.explore.Condition.Not;
import dev.throughline.explore.Condition.Unknown;
import dev.throughline.finding.Finding;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A sentence in English. Every condition begins with "have", so that it can be denied and doubted. */
final class SentenceText implements ConditionVisitor<String> {
    private static final SentenceText TEXT = new SentenceText();

    private SentenceText() {}

    static String of(Sentence sentence) {
        String name = sentence.name() == null ? "" : " as '" + Text.quote(sentence.name()) + "'";
        String conditions = sentence.conditions().stream()
                .map(condition -> condition.accept(TEXT))
                .collect(Collectors.joining(" and "));
        return kinds(sentence.kinds()) + name + (conditions.isEmpty() ? "" : " that " + conditions);
    }

    private static String kinds(Set<AssetKind> kinds) {
        if (kinds.size() == AssetKind.values().length) {
            return "assets";
        }
        AssetKind.Area area = kinds.iterator().next().area();
        if (kinds.size() > 1 && kinds.equals(Sentence.find(area).kinds())) {
            return "assets of the part '" + word(area) + "'";
        }
        return kinds.stream().map(SentenceText::plural).collect(Collectors.joining(" or "));
    }

    private static String plural(AssetKind kind) {
        String words = kind.label()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replace("kubernetes", "Kubernetes")
                .replace("git hub", "GitHub");
        if (words.matches(".*[^aeiou]y")) {
            return words.substring(0, words.length() - 1) + "ies";
        }
        return words + (words.matches(".*(s|ch|x)") ? "es" : "s");
    }

    @Override
    public String visit(HasFactor condition) {
        return "have the factor " + condition.factor();
    }

    @Override
    public String visit(HasFinding condition) {
        FindingFilter finding = condition.finding();
        StringBuilder text =
                new StringBuilder("have a finding, ").append(finding.state() == Finding.State.OPEN ? "open" : "fixed");
        if (finding.type() != null) {
            text.append(", of type ").append(word(finding.type()));
        }
        if (finding.level() != null) {
            text.append(", of level ").append(finding.level().text()).append(" or more");
        }
        if (finding.severity() != null) {
            text.append(", of severity ").append(word(finding.severity())).append(" or more");
        }
        if (finding.vulnerability() != null) {
            text.append(", a case of ").append(inner(finding.vulnerability()));
        }
        return text.toString();
    }

    @Override
    public String visit(HasProperty condition) {
        String value = condition.value() instanceof String text
                ? "'" + Text.quote(text) + "'"
                : condition.value() instanceof Enum<?> constant
                        ? word(constant)
                        : condition.value().toString();
        return "have " + condition.name() + " " + condition.comparison().words() + value;
    }

    @Override
    public String visit(Connected condition) {
        Connection connection = condition.connection();
        String types = String.join(" or ", new TreeSet<>(connection.types()));
        String length = connection.hops() == 1 ? "" : " within " + connection.hops() + " hops";
        return "have " + types + length + (condition.outgoing() ? " to " : " from ") + inner(condition.other());
    }

    @Override
    public String visit(Not condition) {
        return "are known not to " + inner(condition.condition());
    }

    @Override
    public String visit(AnyOf condition) {
        return joined(condition.conditions(), " or ");
    }

    @Override
    public String visit(AllOf condition) {
        return joined(condition.conditions(), " and ");
    }

    @Override
    public String visit(Unknown condition) {
        return "may or may not " + inner(condition.condition());
    }

    private String joined(List<Condition> conditions, String word) {
        return conditions.stream().map(part -> part.accept(this)).collect(Collectors.joining(word, "(", ")"));
    }

    /** What is denied or doubted begins with "have" or a bracket. */
    private String inner(Condition condition) {
        String text = condition.accept(this);
        return condition instanceof Not || condition instanceof Unknown ? "be such that they " + text : text;
    }

    private static String inner(Sentence sentence) {
        String text = of(sentence);
        return sentence.conditions().isEmpty() ? text : "(" + text + ")";
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
