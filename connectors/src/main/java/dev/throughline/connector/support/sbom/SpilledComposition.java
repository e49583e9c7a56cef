package dev.throughline.connector.support.sbom;

import com.google.common.io.Closer;
import com.google.common.math.LongMath;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A composition too large for the memory, in temporary files. Packages and needs are divided by their {@linkplain DocumentId
 * ids}, so that what an id leads to is looked for in one part at a time: first for what needs, then for what it needs.
 */
final class SpilledComposition implements AutoCloseable {
    private static final int PARTS = 64;

    /** How many bytes may be written for each byte a document may have. */
    private static final int ROOM = 4;

    /** Characters of which text in the form of {@link DataOutputStream#writeUTF} always has fewer bytes than it may. */
    private static final int PIECE = 16 << 10;

    private final String file;
    private final TemporaryLog occurrences = new TemporaryLog();
    private final List<TemporaryLog> packages = parts();
    private final List<TemporaryLog> needs = parts();

    /** Needs of which the package that needs is found, divided by what it needs. */
    private final List<TemporaryLog> needed = parts();

    private long room;

    SpilledComposition(String file, JsonLimits limits) {
        this.file = file;
        this.room = LongMath.saturatedMultiply(limits.bytes(), ROOM);
    }

    private static List<TemporaryLog> parts() {
        return Stream.generate(TemporaryLog::new).limit(PARTS).toList();
    }

    void occurs(AssetKey key, @Nullable String path) {
        String text = path == null ? "" : path;
        takeRoom(key.text().length() + text.length());
        kept(() -> occurrences.add(out -> {
            out.writeUTF(key.text());
            out.writeInt(path == null ? -1 : text.length());
            for (int at = 0; at < text.length(); at += PIECE) {
                out.writeUTF(text.substring(at, Math.min(text.length(), at + PIECE)));
            }
        }));
    }

    void names(long id, AssetKey key) {
        add(packages, id, key);
    }

    void needs(long id, long other) {
        takeRoom(2 * Long.BYTES);
        kept(() -> part(needs, id).add(out -> {
            out.writeLong(id);
            out.writeLong(other);
        }));
    }

    private void add(List<TemporaryLog> logs, long id, AssetKey key) {
        takeRoom(Long.BYTES + key.text().length());
        kept(() -> part(logs, id).add(out -> {
            out.writeLong(id);
            out.writeUTF(key.text());
        }));
    }

    private static TemporaryLog part(List<TemporaryLog> logs, long id) {
        return logs.get((int) id & (PARTS - 1));
    }

    /** The packages with some ids; ids of no package are missing. */
    Map<Long, AssetKey> find(Set<Long> ids) {
        Map<Long, AssetKey> found = new HashMap<>();
        for (int part = 0; part < PARTS && !ids.isEmpty(); part++) {
            packages(part).forEach((id, key) -> {
                if (ids.contains(id)) {
                    found.put(id, key);
                }
            });
        }
        return found;
    }

    void relate(Subject subject, FactSink sink) {
        for (AssetKey asset : subject.assets()) {
            kept(() -> occurrences.each(in -> sink.accept(
                    new Relation(asset, RelationType.HAS_PACKAGE, key(in), Composition.properties(path(in))))));
        }
        for (int part = 0; part < PARTS; part++) {
            findWhatNeeds(part);
        }
        for (int part = 0; part < PARTS; part++) {
            relate(part, sink);
        }
    }

    private void findWhatNeeds(int part) {
        Map<Long, AssetKey> here = packages(part);
        TemporaryLog log = needs.get(part);
        kept(() -> log.each(in -> {
            AssetKey from = here.get(in.readLong());
            long to = in.readLong();
            if (from != null) {
                add(needed, to, from);
            }
        }));
        kept(log::close);
    }

    private void relate(int part, FactSink sink) {
        Map<Long, AssetKey> here = packages(part);
        kept(() -> needed.get(part).each(in -> {
            AssetKey to = here.get(in.readLong());
            AssetKey from = key(in);
            if (to != null && !from.equals(to)) {
                sink.accept(new Relation(from, RelationType.DEPENDS_ON, to));
            }
        }));
    }

    /** The packages of a part; the first of those with one id. */
    private Map<Long, AssetKey> packages(int part) {
        Map<Long, AssetKey> found = new HashMap<>();
        kept(() -> packages.get(part).each(in -> found.putIfAbsent(in.readLong(), key(in))));
        return found;
    }

    private static AssetKey key(DataInputStream in) throws IOException {
        return new AssetKey(in.readUTF());
    }

    private static @Nullable String path(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        StringBuilder path = new StringBuilder();
        while (path.length() < length) {
            path.append(in.readUTF());
        }
        return path.toString();
    }

    private void takeRoom(long bytes) {
        room -= bytes;
        if (room < 0) {
            throw failed("what has to wait for its end is more than " + ROOM + " times what a file may have", null);
        }
    }

    private void kept(Keeping keeping) {
        try {
            keeping.run();
        } catch (IOException e) {
            throw failed("what has to wait for its end cannot be kept in a temporary file", e);
        }
    }

    private SourceException failed(String cause, @Nullable IOException e) {
        return new SourceException(new Rejection(file, "", cause), e);
    }

    @Override
    public void close() {
        kept(() -> {
            try (Closer all = Closer.create()) {
                all.register(occurrences);
                Stream.of(packages, needs, needed).flatMap(List::stream).forEach(all::register);
            }
        });
    }

    private interface Keeping {
        void run() throws IOException;
    }
}
