package dev.throughline.graph;

import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.neo4j.driver.AuthToken;

/**
 * Reads a graph that Cartography keeps in a Neo4j: accounts, instances, buckets and roles of AWS, images of ECR,
 * repositories of GitHub, clusters and pods of Kubernetes. Assets have the keys that the connectors for these platforms
 * give, so what Cartography knows adds to what they know.
 *
 * <p>It only reads, by fixed statements, a page at a time. Each sort of node is a partition; nodes of one account that were
 * written by several runs of Cartography make theirs partial. Immutable; connects anew for each partition.
 *
 * @see <a href="https://cartography-cncf.github.io/cartography/">Cartography</a>
 */
public final class CartographyConnector implements Connector {
    private final String uri;
    private final AuthToken auth;
    private final Neo4jSettings settings;
    private final String name;

    private CartographyConnector(String uri, AuthToken auth, Neo4jSettings settings, String name) {
        this.uri = uri;
        this.auth = auth;
        this.settings = settings;
        this.name = name;
    }

    /**
     * Reads the home database of a user, with the settings that fit most.
     *
     * @param uri address of the server, as for {@link Neo4jRiskStore#connect(String, AuthToken)}
     * @param auth a user who may read
     * @return the connector
     * @throws IllegalArgumentException if the address is not one, or sends passwords unencrypted to another machine
     */
    public static CartographyConnector connect(String uri, AuthToken auth) {
        return connect(uri, auth, Neo4jSettings.defaults());
    }

    /**
     * Reads a database.
     *
     * @param uri address of the server, as for {@link Neo4jRiskStore#connect(String, AuthToken, Neo4jSettings)}
     * @param auth a user who may read
     * @param settings how to connect; the tenant does not matter
     * @return the connector
     * @throws IllegalArgumentException if the address is not one, or sends passwords unencrypted to another machine without
     *     leave
     */
    public static CartographyConnector connect(String uri, AuthToken auth, Neo4jSettings settings) {
        URI address = ServerAddress.check(uri, settings.allowPlaintext());
        return new CartographyConnector(uri, auth, settings, String.valueOf(address.getHost()));
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the installation
     * @return a connector with the scope {@code cartography:<name>}; without it, the name is the host of the address
     */
    public CartographyConnector named(String name) {
        return new CartographyConnector(uri, auth, settings, name);
    }

    @Override
    public Scope scope() {
        return new Scope("cartography", name);
    }

    @Override
    public Listing list() {
        return Listing.complete(List.of(
                part("accounts", CartographyAws::account),
                part("instances", CartographyAws::instance),
                part("buckets", CartographyAws::bucket),
                part("roles", CartographyAws::role),
                part("images", CartographyCode::image),
                part("repositories", CartographyCode::repository),
                part("clusters", CartographyCode::cluster),
                part("pods", CartographyCode::pod)));
    }

    private CartographyPartition part(String sort, Consumer<CartographyRow> reader) {
        return new CartographyPartition(sort, () -> Database.connect(uri, auth, settings), reader);
    }
}
