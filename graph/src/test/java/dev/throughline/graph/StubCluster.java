package dev.throughline.graph;

import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A leader and a follower, as far as a client can tell: two doors to one server that notes what is said at them. Only what
 * the routing table says is made up.
 */
final class StubCluster implements AutoCloseable {
    private static final byte ROUTE = 0x66;

    private final URI server;
    private final Door leader = new Door();
    private final Door follower = new Door();

    StubCluster(String boltUri) throws IOException {
        server = URI.create(boltUri);
        leader.open();
        follower.open();
    }

    String uri() {
        return "neo4j://" + leader.address();
    }

    /** What clients said to the leader. A message may be several, and all but text is unreadable. */
    List<String> toLeader() {
        return leader.asked;
    }

    /** What clients said to the follower. */
    List<String> toFollower() {
        return follower.asked;
    }

    /** What the leader answered. */
    List<String> fromLeader() {
        return leader.answered;
    }

    @Override
    public void close() throws IOException {
        leader.listener.close();
        follower.listener.close();
    }

    /** The answer to the question who does what. */
    private byte[] routingTable() {
        ByteArrayDataOutput table = ByteStreams.newDataOutput();
        table.write(new byte[] {(byte) 0xB1, 0x70, (byte) 0xA1});
        string(table, "rt");
        table.writeByte(0xA3);
        string(table, "ttl");
        table.writeByte(100);
        string(table, "db");
        string(table, "neo4j");
        string(table, "servers");
        table.writeByte(0x93);
        Map.of("ROUTE", leader, "WRITE", leader, "READ", follower).forEach((role, door) -> {
            table.writeByte(0xA2);
            string(table, "role");
            string(table, role);
            string(table, "addresses");
            table.writeByte(0x91);
            string(table, door.address());
        });
        byte[] content = table.toByteArray();
        ByteArrayDataOutput message = ByteStreams.newDataOutput();
        message.writeShort(content.length);
        message.write(content);
        message.writeShort(0);
        return message.toByteArray();
    }

    private static void string(ByteArrayDataOutput out, String text) {
        out.writeByte(0xD0);
        out.writeByte(text.length());
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private final class Door {
        final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        final List<String> asked = new CopyOnWriteArrayList<>();
        final List<String> answered = new CopyOnWriteArrayList<>();

        Door() throws IOException {}

        String address() {
            return "localhost:" + listener.getLocalPort();
        }

        void open() {
            Background.start(() -> {
                while (true) {
                    Socket client = listener.accept();
                    Socket upstream = new Socket(server.getHost(), server.getPort());
                    Background.start(() -> forward(client, upstream, asked));
                    Background.start(() -> forward(upstream, client, answered));
                }
            });
        }

        private void forward(Socket from, Socket to, List<String> noted) throws IOException {
            byte[] buffer = new byte[1 << 16];
            try (from;
                    to;
                    InputStream in = from.getInputStream()) {
                for (int n; (n = in.read(buffer)) >= 0; ) {
                    noted.add(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                    if (noted == asked && n > 4 && buffer[3] == ROUTE) {
                        from.getOutputStream().write(routingTable());
                    } else {
                        to.getOutputStream().write(buffer, 0, n);
                    }
                }
            }
        }
    }
}
