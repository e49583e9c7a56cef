package dev.throughline.graph;

import dev.throughline.graph.BoltProxy.Effect;
import dev.throughline.graph.BoltProxy.Moment;
import dev.throughline.graph.BoltProxy.Point;
import dev.throughline.store.RiskStore;
import org.neo4j.driver.AuthTokens;

/** A process that runs the script and dies at a point of it, as if the power went. Prints what it has done. */
final class KilledClient {
    private KilledClient() {}

    /** Takes the address, user, password and tenant, and the point: request, occurrence, moment. */
    public static void main(String[] arguments) throws Exception {
        Point point = new Point(arguments[4], Integer.parseInt(arguments[5]), Moment.valueOf(arguments[6]));
        try (BoltProxy proxy = new BoltProxy(arguments[0])) {
            proxy.arm(point, () -> {
                Runtime.getRuntime().halt(137);
                return Effect.CUT;
            });
            try (RiskStore store = Neo4jRiskStore.connect(
                    proxy.boltUri(),
                    AuthTokens.basic(arguments[1], arguments[2]),
                    Neo4jSettings.defaults().withTenant(arguments[3]))) {
                Script.run(store, KilledClient::print);
            }
        }
    }

    private static void print(String done) {
        System.out.println(done);
        System.out.flush();
    }
}
