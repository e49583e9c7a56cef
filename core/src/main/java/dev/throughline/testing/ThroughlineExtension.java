package dev.throughline.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.Throughline;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.RiskStore;
import dev.throughline.store.Snapshot;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test an engine of its own that knows nothing yet, as a parameter of type {@link Throughline}; of the test and
 * of methods that run before or after each test.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final ThroughlineExtension THROUGHLINE = ThroughlineExtension.storedIn(EmbeddedNeo4j::throwAway);
 * </pre>
 *
 * <p>Needs JUnit Jupiter 5.13 or newer, which closes what it opened.
 */
@CheckReturnValue
public final class ThroughlineExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    private static final String STORE = "store";

    private final Namespace namespace = Namespace.create(ThroughlineExtension.class, this);
    private final Supplier<? extends RiskStore> opener;
    private final boolean isShared;

    private ThroughlineExtension(Supplier<? extends RiskStore> opener, boolean isShared) {
        this.opener = opener;
        this.isShared = isShared;
    }

    /**
     * Gives each test a store in memory. Tests may run in parallel.
     *
     * @return the extension
     */
    public static ThroughlineExtension inMemory() {
        return new ThroughlineExtension(InMemoryRiskStore::new, false);
    }

    /**
     * Opens one store for all tests of a class, for a server takes seconds to start, and takes back before each test what
     * the one before had said and published. The history of the store goes on. Tests of the class must not run in
     * parallel. In a field that is not static, each test has a store of its own.
     *
     * @param opener opens a store that the tests may do with as they like; it is closed after the last test
     * @return the extension
     */
    public static ThroughlineExtension storedIn(Supplier<? extends RiskStore> opener) {
        return new ThroughlineExtension(opener, true);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isShared) {
            store(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        empty(store(context));
    }

    /** Opens the store, unless an enclosing context has opened it. JUnit closes it with the context that did. */
    @CanIgnoreReturnValue
    private RiskStore store(ExtensionContext context) {
        return context.getStore(namespace).getOrComputeIfAbsent(STORE, key -> opener.get(), RiskStore.class);
    }

    private static void empty(RiskStore store) {
        Throughline throughline = engine(store);
        store.heads().stream().map(Snapshot::scope).forEach(throughline::retract);
        if (store.published().isPresent()) {
            throughline.publish(throughline.assess());
        }
    }

    /** It is not closed, for that would close the store. */
    private static Throughline engine(RiskStore store) {
        return Throughline.storedIn(store);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Throughline.class
                && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return engine(store(context));
    }
}
