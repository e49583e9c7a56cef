package dev.throughline;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sensitive stores an asset that runs code can open with what it is or holds: one search backward from the stores over
 * identities and credentials only. Taking over another workload is not among it; that is an attack path.
 */
final class OpenedStores {
    /** Credentials that lie outside of a cluster. */
    private static final Set<AssetKind> CREDENTIALS = EnumSet.of(AssetKind.SECRET_STORE, AssetKind.ENCRYPTION_KEY);

    /** What must be taken over first, in a cluster; the rest of it are identities, permissions and credentials. */
    private static final Set<AssetKind> TAKEN = EnumSet.of(
            AssetKind.CLUSTER,
            AssetKind.NAMESPACE,
            AssetKind.NODE,
            AssetKind.WORKLOAD,
            AssetKind.POD,
            AssetKind.CONTAINER);

    /** What runs code. */
    private static final Set<AssetKind> RUNNING = EnumSet.of(
            AssetKind.WORKLOAD,
            AssetKind.CONTAINER_SERVICE,
            AssetKind.SERVERLESS_FUNCTION,
            AssetKind.VIRTUAL_MACHINE,
            AssetKind.WEB_APP);

    private OpenedStores() {}

    static Map<AssetKey, Evidence> of(RiskGraph graph, FactorIndex estate, Collection<AttackStep> steps) {
        Set<AssetKey> stores = estate.with(Factor.SENSITIVE_DATA);
        ListMultimap<AssetKey, AssetKey> holders = ArrayListMultimap.create();
        for (AttackStep step : steps) {
            boolean leadsOn = isHeld(graph, step.to()) || stores.contains(step.to());
            if (leadsOn && (isHeld(graph, step.from()) || isRunning(graph, step.from()))) {
                holders.put(step.to(), step.from());
            }
        }
        Map<AssetKey, AssetKey> next = new HashMap<>();
        Map<AssetKey, Evidence> opened = new HashMap<>();
        Deque<AssetKey> open = new ArrayDeque<>();
        stores.stream().filter(store -> !isRunning(graph, store)).forEach(open::add);
        while (!open.isEmpty()) {
            AssetKey at = open.remove();
            for (AssetKey holder : holders.get(at)) {
                if (!stores.contains(holder) && next.putIfAbsent(holder, at) == null) {
                    if (isRunning(graph, holder)) {
                        opened.put(holder, evidence(holder, next));
                    } else {
                        open.add(holder);
                    }
                }
            }
        }
        return opened;
    }

    private static Evidence evidence(AssetKey runner, Map<AssetKey, AssetKey> next) {
        List<AssetKey> way = new ArrayList<>();
        for (AssetKey at = runner; at != null; at = next.get(at)) {
            way.add(at);
        }
        AssetKey store = way.get(way.size() - 1);
        return new Evidence("its identity or credentials open a sensitive store", way, Map.of("store", store.text()));
    }

    private static boolean isHeld(RiskGraph graph, AssetKey key) {
        return graph.find(key)
                .map(Asset::kind)
                .filter(kind -> kind.area() == AssetKind.Area.IDENTITY
                        || CREDENTIALS.contains(kind)
                        || (kind.area() == AssetKind.Area.KUBERNETES && !TAKEN.contains(kind)))
                .isPresent();
    }

    private static boolean isRunning(RiskGraph graph, AssetKey key) {
        return graph.find(key).map(Asset::kind).filter(RUNNING::contains).isPresent();
    }
}
