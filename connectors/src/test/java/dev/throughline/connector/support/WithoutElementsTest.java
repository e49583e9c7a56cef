package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WithoutElementsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"found\":[1,[2],{\"a\":[]}],\"scan\":{}} | {\"found\":[],\"scan\":{}}",
                "{\"scan\":{}, \"found\" : [ {\"t\":\"]}\\\\\\\"[\"} ] } | {\"scan\":{}, \"found\" : [] }",
                "{\"found\":[\"a\\\\\\\\\",\"]\"],\"b\":[1]} | {\"found\":[],\"b\":[1]}",
                "{\"found\":[],\"found\":[3]} | {\"found\":[],\"found\":[]}",
            })
    void anArrayOfTheRootIsEmptied(String document, String expected) throws IOException {
        assertThat(read(document)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"in\":{\"found\":[1]}}",
                "{\"found\":{\"found\":[1]}}",
                "{\"a\":\"found\",\"b\":[1]}",
                "{\"foun\":[1],\"founds\":[2],\"\\\"found\":[3]}",
                "[\"found\",[1]]",
                "{\"found\":7,\"b\":[1]}",
            })
    void allElseIsLeft(String document) throws IOException {
        assertThat(read(document)).isEqualTo(document);
    }

    @Test
    void aDocumentMayEndInTheArray() throws IOException {
        assertThat(read("{\"found\":[1,\"a\\")).isEqualTo("{\"found\":[");
    }

    @Test
    void whereABufferEndsMakesNoDifference() throws IOException {
        String document = "{\"found\":[\"\\\"]\",[]],\"b\":[1]}";
        InputStream oneByOne = new ByteArrayInputStream(bytes(document)) {
            @Override
            public int read(byte[] into) {
                return read(into, 0, 1);
            }
        };
        assertThat(text(oneByOne)).isEqualTo("{\"found\":[],\"b\":[1]}");
    }

    @Test
    void whereInALongTextABracketStandsMakesNoDifference() throws IOException {
        for (int i = 0; i < 40; i++) {
            String text = "x".repeat(i) + "]\\\"\\\\\u00e9{" + "y".repeat(40 - i);
            String array = " ".repeat(i) + "[\"" + text + "\" ," + " ".repeat(40 - i) + "{\"a\":[\"" + text + "\"]}]";
            assertThat(read("{\"found\":" + array + ",\"b\":\"" + text + "\"}"))
                    .isEqualTo("{\"found\":" + " ".repeat(i) + "[],\"b\":\"" + text + "\"}");
        }
    }

    private static String read(String document) throws IOException {
        return text(new ByteArrayInputStream(bytes(document)));
    }

    private static String text(InputStream document) throws IOException {
        try (InputStream without = new WithoutElements(document, "found")) {
            return new String(without.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
