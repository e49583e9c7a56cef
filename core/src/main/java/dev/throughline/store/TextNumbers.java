package dev.throughline.store;

import org.jspecify.annotations.Nullable;

/**
 * Numbers texts from 1, in the order in which they come. An open table: several times as fast as a map, where most texts
 * come again. It gives up early where many have places near each other, as those of an attacker may, and then takes a known
 * text for a new one.
 */
final class TextNumbers {
    private static final int MOST_PROBES = 64;

    private @Nullable String[] texts = new String[1 << 11];
    private int[] hashes = new int[texts.length];
    private int[] numbers = new int[texts.length];
    private int size;

    int size() {
        return size;
    }

    /** The number of a text; 0 if it is not known. */
    int find(String text) {
        int hash = text.hashCode();
        int place = place(hash);
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            String there = texts[place];
            if (there == null) {
                return 0;
            }
            if (hashes[place] == hash && there.equals(text)) {
                return numbers[place];
            }
            place = after(place);
        }
        return 0;
    }

    /** Gives a text that is not known the next number. */
    int add(String text) {
        if (2 * size >= texts.length) {
            grow();
        }
        put(text, text.hashCode(), ++size);
        return size;
    }

    private void grow() {
        @Nullable String[] before = texts;
        int[] hashesBefore = hashes;
        int[] numbersBefore = numbers;
        texts = new String[2 * before.length];
        hashes = new int[texts.length];
        numbers = new int[texts.length];
        for (int i = 0; i < before.length; i++) {
            String text = before[i];
            if (text != null) {
                put(text, hashesBefore[i], numbersBefore[i]);
            }
        }
    }

    private void put(String text, int hash, int number) {
        int place = place(hash);
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            if (texts[place] == null) {
                texts[place] = text;
                hashes[place] = hash;
                numbers[place] = number;
                return;
            }
            place = after(place);
        }
    }

    /** By the upper bits of a product: names that only count up differ in the lower ones of their hash, and little. */
    private int place(int hash) {
        return (hash * 0x9E37_79B9) >>> (Integer.numberOfLeadingZeros(texts.length) + 1);
    }

    private int after(int place) {
        return (place + 1) & (texts.length - 1);
    }
}
