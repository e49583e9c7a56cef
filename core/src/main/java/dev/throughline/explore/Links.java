package dev.throughline.explore;

import java.util.function.IntConsumer;

/** Relations in one direction. */
@FunctionalInterface
interface Links {
    /** Shows the number of each asset at the other end; one may come twice. */
    void visit(int asset, IntConsumer visitor);
}
