package dev.throughline.connector.kubernetes;

import java.util.LinkedHashMap;
import java.util.Map;

/** The entries that came last: enough for what is near each other in a dump to find what it shares, whatever the size of the dump. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private static final int MOST = 4 << 10;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
    }
}
