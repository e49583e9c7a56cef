package dev.throughline.graph;

import dev.throughline.explore.Certainty;
import dev.throughline.explore.Condition.AllOf;
import dev.throughline.explore.Condition.AnyOf;
import dev.throughline.explore.Condition.Connected;
import dev.throughline.explore.Condition.HasFactor;
import dev.throughline.explore.Condition.HasFinding;
import dev.throughline.explore.Condition.HasProperty;
import dev.throughline.explore.Condition.Not;
import dev.throughline.explore.Condition.Unknown;
import dev.throughline.explore.ConditionVisitor;
import dev.throughline.explore.FindingFilter;
import dev.throughline.finding.Finding;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Severity;
import dev.throughline.risk.Level;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;

/**
 * A condition on a node that is true or false, never null, in Cypher: whether it holds surely, or possibly.
 *
 * @param query makes what it speaks of
 * @param node the node
 * @param certainty how it is read
 */
record CertainCondition(ConditionQuery query, Node node, Certainty certainty) implements ConditionVisitor<Condition> {
    private boolean isSure() {
        return certainty == Certainty.SURE;
    }

    @Override
    public Condition visit(HasFactor condition) {
        Node verdict = query.node("RiskFactor");
        Condition exists = ConditionQuery.exists(
                ConditionQuery.known(node).relationshipTo(verdict, "HAS_RISK_FACTOR"),
                query.isPublished(verdict)
                        .and(is(verdict, "factor", condition.factor().id()))
                        .and(is(verdict, "verdict", isSure() ? "yes" : "no")));
        return isSure() ? exists : exists.not();
    }

    private Condition is(Node other, String property, Object value) {
        return other.property(property).isEqualTo(query.parameters().add(value));
    }

    @Override
    public Condition visit(HasProperty condition) {
        Expression attribute = node.property(condition.name());
        Parameter<?> value = condition.value() instanceof Enum<?> constant
                ? query.parameters().add(constant)
                : query.parameters().add(condition.value());
        if (isList(condition.name())) {
            return told(Cypher.any("element").in(attribute).where(compared(Cypher.name("element"), condition, value)));
        }
        return told(compared(attribute, condition, value));
    }

    private static boolean isList(String attribute) {
        return Arrays.stream(AssetKind.values()).anyMatch(kind -> {
            int index = kind.attributes().indexOf(attribute);
            return index >= 0 && kind.attributeType(index) == List.class;
        });
    }

    private static Condition compared(Expression attribute, HasProperty condition, Parameter<?> value) {
        return switch (condition.comparison()) {
            case IS -> attribute.isEqualTo(value);
            case CONTAINS -> attribute.contains(value);
            case STARTS_WITH -> attribute.startsWith(value);
            case AT_LEAST -> attribute.gte(value);
            case AT_MOST -> attribute.lte(value);
        };
    }

    /** Instead of null what cannot be told counts as. */
    private Condition told(Condition condition) {
        return Cypher.coalesce(condition, isSure() ? Cypher.literalFalse() : Cypher.literalTrue())
                .asCondition();
    }

    /** Where a finding is, its relations tell: a weakness affects an asset, and a repository contains a secret. */
    @Override
    public Condition visit(HasFinding condition) {
        Node weakness = query.node(AssetKind.WEAKNESS.label());
        Node secret = query.node(AssetKind.EXPOSED_SECRET.label());
        Node here = ConditionQuery.known(node);
        return ConditionQuery.exists(here.relationshipFrom(weakness, "AFFECTS"), passes(weakness, condition.finding()))
                .or(ConditionQuery.exists(here.relationshipTo(secret, "CONTAINS"), passes(secret, condition.finding())))
                .or(isSure() ? Cypher.isFalse() : query.isSilent(node));
    }

    private Condition passes(Node finding, FindingFilter filter) {
        Condition passes = query.isPublished(finding)
                .and(finding.property("level").isNotNull())
                .and(is(finding, "open", filter.state() == Finding.State.OPEN));
        if (filter.type() != null) {
            passes = passes.and(is(finding, "category", QueryParameters.text(filter.type())));
        }
        if (filter.level() != null) {
            passes = passes.and(isAnyOf(finding, "level", levels(filter.level())));
        }
        if (filter.severity() != null) {
            passes = passes.and(told(isAnyOf(finding, "rating", severities(filter.severity()))));
        }
        if (filter.vulnerability() != null) {
            Node vulnerability = query.node(filter.vulnerability());
            passes = passes.and(ConditionQuery.exists(
                    ConditionQuery.known(finding).relationshipTo(vulnerability, "INSTANCE_OF"),
                    query.fits(vulnerability, filter.vulnerability(), certainty)));
        }
        return passes;
    }

    private Condition isAnyOf(Node finding, String property, Stream<? extends Enum<?>> constants) {
        List<String> names = constants.map(QueryParameters::text).collect(Collectors.toList());
        return finding.property(property).in(query.parameters().add(names));
    }

    private Stream<Level> levels(Level least) {
        return Arrays.stream(Level.values())
                .filter(level -> level == Level.NOT_EVALUATED ? !isSure() : level.isAtLeast(least));
    }

    private static Stream<Severity> severities(Severity least) {
        return Arrays.stream(Severity.values()).filter(severity -> severity.isAtLeast(least));
    }

    @Override
    public Condition visit(Connected condition) {
        Condition connected = query.isConnected(node, condition, certainty);
        return isSure() ? connected : connected.or(query.mayLeadOn(node, condition));
    }

    @Override
    public Condition visit(Not condition) {
        return read(condition.condition(), certainty.opposite()).not();
    }

    @Override
    public Condition visit(AnyOf condition) {
        return condition.conditions().stream()
                .map(part -> part.accept(this))
                .reduce(Condition::or)
                .orElseGet(Cypher::isFalse);
    }

    @Override
    public Condition visit(AllOf condition) {
        return condition.conditions().stream()
                .map(part -> part.accept(this))
                .reduce(Condition::and)
                .orElseGet(Cypher::isTrue);
    }

    @Override
    public Condition visit(Unknown condition) {
        return read(condition.condition(), Certainty.POSSIBLE)
                .and(read(condition.condition(), Certainty.SURE).not());
    }

    private Condition read(dev.throughline.explore.Condition condition, Certainty reading) {
        return condition.accept(new CertainCondition(query, node, reading));
    }
}
