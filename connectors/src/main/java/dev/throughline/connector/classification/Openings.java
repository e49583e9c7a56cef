package dev.throughline.connector.classification;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;
import java.util.Set;

/** Reads the section {@code opens}: what a credential lets its holder into. */
final class Openings {
    private static final Set<String> FIELDS = Set.of("credential", "opens", "reason");

    private Openings() {}

    static void read(Fields entry, FactSink sink) {
        Entries.allow(entry, FIELDS);
        String reason = entry.text("reason");
        sink.accept(new Relation(
                Entries.key(entry, "credential"),
                RelationType.CAN_AUTHENTICATE_TO,
                Entries.key(entry, "opens"),
                reason == null ? Map.of() : Map.of("reason", reason)));
    }
}
