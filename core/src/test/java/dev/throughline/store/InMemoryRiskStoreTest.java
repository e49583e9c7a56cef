package dev.throughline.store;

final class InMemoryRiskStoreTest extends RiskStoreContract {
    private final RiskStore store = new InMemoryRiskStore();

    @Override
    protected RiskStore store() {
        return store;
    }

    /** There is nothing to close. */
    @Override
    protected RiskStore reopen() {
        return store;
    }
}
