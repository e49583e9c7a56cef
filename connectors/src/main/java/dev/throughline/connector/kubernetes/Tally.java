package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Records;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of the objects of a namespace: how many could be used, and what had to be left out. */
final class Tally {
    private final Map<Addition, Integer> used = new EnumMap<>(Addition.class);
    private final List<Rejection> rejections = new ArrayList<>();

    /** Takes note of an object that could be read, and what it added. */
    void add(Addition addition, String file, String pointer) {
        if (addition == Addition.DIFFERENT) {
            reject(new Rejection(file, pointer, "described differently before; the first description counts"));
        } else {
            used.merge(addition, 1, Integer::sum);
        }
    }

    void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    /** What objects say together is handed over for itself. */
    void tell(FactSink sink) {
        used.forEach((addition, count) -> {
            for (int i = 0; i < count; i++) {
                sink.beginRecord();
                sink.gathered(addition == Addition.AGAIN);
                sink.endRecord(true);
            }
        });
        rejections.forEach(rejection -> Records.rejected(rejection, sink));
    }
}
