package dev.throughline.connector.facts;

import dev.throughline.Estate;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Facts of every kind and type with values that are as strange as the model lets them be, always the same for a seed. */
final class RandomFacts {
    private static final String[] PIECES = {
        "a",
        "Z",
        "7",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\u0000",
        "\u001b[31m",
        "\"",
        "\\",
        "/",
        "{",
        "}",
        "é",
        "ß",
        "\u2028",
        "\u202e",
        "😀",
        "\uD83D",
        "null",
        "\u0085",
        "\ufeff",
        "<b>",
        "'"
    };

    private final Random random;
    private final boolean surrogates;

    /** Half a surrogate pair is no text that a store could keep. */
    RandomFacts(long seed, boolean surrogates) {
        this.random = new Random(seed);
        this.surrogates = surrogates;
    }

    Asset asset(AssetKind kind) {
        AssetKey known = Estate.key(kind);
        AssetKey key = known.prefix().equals("outside") ? known : AssetKey.of(kind, printable());
        Object[] values = new Object[kind.attributes().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(kind.attributeType(i));
            try {
                kind.create(key, values);
            } catch (IllegalArgumentException e) {
                values[i] = kind.value(Estate.known(kind), i);
            }
        }
        return kind.create(key, values);
    }

    List<Relation> relations(RelationType type) {
        List<Relation> relations = new ArrayList<>();
        type.ends().forEach((from, to) -> {
            Map<String, String> properties = new TreeMap<>();
            type.properties().stream()
                    .filter(name -> random.nextBoolean())
                    .forEach(name -> properties.put(name, text()));
            relations.add(new Relation(Estate.key(from), type, Estate.key(to), properties));
        });
        return relations;
    }

    private Object value(Class<?> type) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return switch (type.getSimpleName()) {
            case "String" -> text();
            case "Boolean" -> random.nextBoolean();
            case "Long" -> random.nextLong() >> random.nextInt(64);
            case "Double" -> random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300);
            case "Instant" ->
                Instant.ofEpochSecond(
                        random.nextLong(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                        random.nextInt(1_000_000_000));
            case "List" -> texts();
            default -> throw new AssertionError("no attribute may be a " + type);
        };
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            text.append(piece.equals("\uD83D") && !surrogates ? "" : piece);
        }
        return text.toString();
    }

    private String printable() {
        return "n" + random.nextInt(1_000) + " é/😀\\\"" + random.nextInt(1_000);
    }
}
