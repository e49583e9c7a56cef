package dev.throughline.testing;

/** An estate that goes on with no asset in particular. */
final class PlainEstate extends SmallEstate {
    PlainEstate(EstateFacts facts) {
        super(facts);
    }
}
