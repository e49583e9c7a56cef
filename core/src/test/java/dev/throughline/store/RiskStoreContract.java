package dev.throughline.store;

/** What every {@link RiskStore} promises. A test implements it and says how to open one. */
public interface RiskStoreContract
        extends HeadsContract, LeaseContract, HistoryContract, ChunkContract, IngestContract, ProjectionContract {}
