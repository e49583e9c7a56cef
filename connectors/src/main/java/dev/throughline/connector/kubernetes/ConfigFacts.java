package dev.throughline.connector.kubernetes;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ConfigObject;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SecretObject;
import java.util.Map;

/** Secrets and config maps. */
final class ConfigFacts implements NamespaceFacts {
    private final Keys keys;
    private final Dump dump;

    ConfigFacts(Keys keys, Dump dump) {
        this.keys = keys;
        this.dump = dump;
    }

    @Override
    public void emit(Workloads here, FactSink sink) {
        String namespace = here.namespace();
        AssetKey holder = keys.namespace(namespace);
        for (EntriesObject secret : dump.secrets.in(namespace)) {
            AssetKey key = keys.of(AssetKind.SECRET_OBJECT, secret.name());
            sink.accept(new SecretObject(key, secret.name().name(), secret.type(), secret.entries()));
            sink.accept(new Relation(holder, RelationType.CONTAINS, key));
            if (secret.account() != null) {
                AssetKey account = keys.of(AssetKind.SERVICE_ACCOUNT, new ObjectName(namespace, secret.account()));
                sink.accept(new Relation(
                        key,
                        RelationType.CAN_AUTHENTICATE_TO,
                        account,
                        Map.of("reason", "it holds a token of the service account")));
            }
        }
        for (EntriesObject config : dump.configMaps.in(namespace)) {
            AssetKey key = keys.of(AssetKind.CONFIG_OBJECT, config.name());
            sink.accept(new ConfigObject(key, config.name().name(), config.entries()));
            sink.accept(new Relation(holder, RelationType.CONTAINS, key));
        }
    }
}
