package dev.throughline.connector;

import java.util.Arrays;
import java.util.Random;

/** What may happen to a file: it is cut off, bytes are changed, a part is there twice, or is missing. */
final class Damage {
    private static final String MARKS = "{}[]\",:0-x\\\0";

    private Damage() {}

    static byte[] done(byte[] sound, Random random) {
        int from = random.nextInt(sound.length);
        int to = from + random.nextInt(Math.min(64, sound.length - from) + 1);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(sound, from);
            case 1 -> changed(sound, random);
            case 2 -> joined(Arrays.copyOf(sound, to), Arrays.copyOfRange(sound, from, sound.length));
            default -> joined(Arrays.copyOf(sound, from), Arrays.copyOfRange(sound, to, sound.length));
        };
    }

    private static byte[] changed(byte[] sound, Random random) {
        byte[] changed = sound.clone();
        for (int i = 0; i < 8; i++) {
            changed[random.nextInt(changed.length)] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
        }
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
