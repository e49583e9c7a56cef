package dev.throughline.graph;

import dev.throughline.explore.Certainty;
import dev.throughline.explore.Condition;
import dev.throughline.explore.Condition.Connected;
import dev.throughline.explore.Page;
import dev.throughline.explore.Sentence;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.SortItem;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithoutWhere;

/**
 * A sentence as one Cypher statement over what is published. Its labels, types and names of properties are those of the
 * model; everything a person chose, names of columns too, is a parameter or stays outside.
 *
 * @param text the statement; its columns are the keys of each row, in the order of the sentence's columns
 * @param parameters its parameters
 */
record SentenceQuery(String text, Map<String, Object> parameters) {
    static SentenceQuery of(Sentence sentence, Page page, String tenant, List<String> incomplete) {
        return new Builder(tenant, incomplete).build(sentence, page);
    }

    private static final class Builder {
        private final QueryParameters parameters;
        private final ConditionQuery conditions;
        private final List<Node> columns = new ArrayList<>();

        Builder(String tenant, List<String> incomplete) {
            parameters = new QueryParameters(tenant, incomplete);
            conditions = new ConditionQuery(parameters);
        }

        SentenceQuery build(Sentence sentence, Page page) {
            Node first = addColumn(sentence);
            OngoingReading reading = addConnected(
                    Cypher.match(first).where(conditions.fits(first, sentence, Certainty.SURE)), first, sentence);
            List<Expression> keys = new ArrayList<>();
            List<SortItem> order = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                keys.add(key(columns.get(i)).as("k" + i));
                order.add(Cypher.sort(Cypher.name("k" + i)));
            }
            return new SentenceQuery(
                    after(reading, page)
                            .returningDistinct(keys)
                            .orderBy(order)
                            .limit(parameters.add((long) page.limit() + 1))
                            .build()
                            .getCypher(),
                    parameters.values());
        }

        private Node addColumn(Sentence sentence) {
            Node node = conditions.node(sentence);
            columns.add(node);
            return node;
        }

        private OngoingReading addConnected(OngoingReading before, Node node, Sentence sentence) {
            OngoingReading reading = before;
            for (Condition condition : sentence.conditions()) {
                if (condition instanceof Connected link && link.other().name() != null) {
                    reading = addConnected(join(reading, node, link), columns.get(columns.size() - 1), link.other());
                }
            }
            return reading;
        }

        private OngoingReading join(OngoingReading reading, Node node, Connected link) {
            Node other = addColumn(link.other());
            org.neo4j.cypherdsl.core.Condition fits = conditions.fits(other, link.other(), Certainty.SURE);
            OngoingReadingWithoutWhere joined = reading.match(conditions.pattern(node, link, other));
            return link.connection().hops() == 1
                    ? joined.where(fits)
                    // It is enough to come by once.
                    : joined.withDistinct(columns.toArray(IdentifiableElement[]::new))
                            .where(fits);
        }

        /** Only rows after the one before the page, in the order of their keys. */
        private OngoingReading after(OngoingReading reading, Page page) {
            List<AssetKey> last = page.after();
            if (last.isEmpty()) {
                return reading;
            }
            org.neo4j.cypherdsl.core.Condition isAfter = Cypher.isFalse();
            for (int i = last.size() - 1; i >= 0; i--) {
                Expression key = key(columns.get(i));
                Parameter<?> value = parameters.add(last.get(i).text());
                isAfter = key.gt(value).or(key.isEqualTo(value).and(isAfter));
            }
            return reading.with(columns.toArray(IdentifiableElement[]::new)).where(isAfter);
        }

        private static Expression key(Node node) {
            return node.property("key");
        }
    }
}
