package dev.throughline.graph;

import com.google.common.base.Splitter;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** As much of the Bolt protocol as it takes to tell messages apart. One object follows the requests of one connection. */
final class BoltMessages {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0x01, "HELLO"),
            Map.entry(0x02, "GOODBYE"),
            Map.entry(0x0F, "RESET"),
            Map.entry(0x10, "RUN"),
            Map.entry(0x11, "BEGIN"),
            Map.entry(0x12, "COMMIT"),
            Map.entry(0x13, "ROLLBACK"),
            Map.entry(0x2F, "DISCARD"),
            Map.entry(0x3F, "PULL"),
            Map.entry(0x54, "TELEMETRY"),
            Map.entry(0x66, "ROUTE"),
            Map.entry(0x6A, "LOGON"),
            Map.entry(0x6B, "LOGOFF"));

    private static final int RECORD = 0x71;
    private static final byte[] MANIFEST = {0, 0, 1, (byte) 0xFF};
    private static final int LONGEST_STATEMENT = 60;

    private String statement = "";

    /**
     * Passes on how client and server agree upon a version: by four proposals, or by the server's list of its own. The list
     * goes in one piece, for the driver fails if it does not come at once.
     */
    static void passHandshake(
            DataInputStream requests, OutputStream server, DataInputStream answers, OutputStream client)
            throws IOException {
        pass(requests, 20, server);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        boolean choiceIsTheClients = Arrays.equals(pass(answers, 4, answer), MANIFEST);
        if (choiceIsTheClients) {
            long versions = passNumber(answers, answer);
            pass(answers, (int) versions * 4, answer);
            passNumber(answers, answer);
        }
        answer.writeTo(client);
        if (choiceIsTheClients) {
            pass(requests, 4, server);
            passNumber(requests, server);
        }
    }

    private static byte[] pass(DataInputStream from, int count, OutputStream to) throws IOException {
        byte[] bytes = from.readNBytes(count);
        to.write(bytes);
        return bytes;
    }

    /** Seven bits in each byte, the lowest first; the highest bit says that there are more. */
    private static long passNumber(DataInputStream from, OutputStream to) throws IOException {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            int next = from.readUnsignedByte();
            to.write(next);
            number |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return number;
            }
        }
    }

    /** Reads a message with the lengths of its chunks. Empty ones, which only keep a connection alive, are left out. */
    static byte[] read(DataInputStream from) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            int length = from.readUnsignedShort();
            if (length == 0 && message.size() == 0) {
                continue;
            }
            message.write(length >> 8);
            message.write(length);
            if (length == 0) {
                return message.toByteArray();
            }
            message.write(from.readNBytes(length));
        }
    }

    /** Whether the request that is answered with this is done. Each request is answered by one such message, in order. */
    static boolean endsAnswer(byte[] message) {
        return tag(message) != RECORD;
    }

    /** What a request is, with the statement it is about. */
    String describe(byte[] request) {
        String name = NAMES.getOrDefault(tag(request), "tag " + tag(request));
        if (name.equals("RUN")) {
            statement = statement(request);
        } else if (name.equals("BEGIN")) {
            statement = "";
        }
        return (name + " " + statement).strip();
    }

    /** After the length of the chunk comes the marker of a structure, then its tag. */
    private static int tag(byte[] message) {
        return message[3] & 0xFF;
    }

    /** The first field of RUN is its text. */
    private static String statement(byte[] run) {
        ByteBuffer field = ByteBuffer.wrap(run, 4, run.length - 4);
        int marker = field.get() & 0xFF;
        int length = switch (marker) {
            case 0xD0 -> field.get() & 0xFF;
            case 0xD1 -> field.getShort() & 0xFFFF;
            case 0xD2 -> field.getInt();
            default -> marker & 0x0F;
        };
        String text = new String(run, field.position(), Math.min(length, field.remaining()), StandardCharsets.UTF_8);
        String code = Splitter.on('\n')
                .splitToStream(text)
                .filter(line -> !line.startsWith("//"))
                .findFirst()
                .orElse("");
        return code.substring(0, Math.min(code.length(), LONGEST_STATEMENT));
    }
}
