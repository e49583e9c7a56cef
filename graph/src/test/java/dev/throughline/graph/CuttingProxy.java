package dev.throughline.graph;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and swallows the answers to commits: they come about, and the client never learns it. */
final class CuttingProxy implements AutoCloseable {
    /** A Bolt message of its own: length, structure without fields, COMMIT, end. */
    private static final byte[] COMMIT = {0, 2, (byte) 0xB0, 0x12, 0, 0};

    private final AtomicInteger toCut = new AtomicInteger();
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI server;

    CuttingProxy(String boltUri) throws IOException {
        server = URI.create(boltUri);
        start(() -> {
            while (true) {
                Connection connection =
                        new Connection(listener.accept(), new Socket(server.getHost(), server.getPort()));
                start(connection::toServer);
                start(connection::toClient);
            }
        });
    }

    String boltUri() {
        return "bolt://localhost:" + listener.getLocalPort();
    }

    void cutNext(int commits) {
        toCut.set(commits);
    }

    int leftToCut() {
        return toCut.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private interface Io {
        void run() throws IOException;
    }

    private static void start(Io io) {
        Thread thread = new Thread(() -> {
            try {
                io.run();
            } catch (IOException e) {
                // The end of a connection, or of the proxy.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private final class Connection {
        private final Socket client;
        private final Socket toServer;
        private volatile boolean cut;

        Connection(Socket client, Socket toServer) {
            this.client = client;
            this.toServer = toServer;
        }

        void toServer() throws IOException {
            byte[] buffer = new byte[1 << 16];
            for (int n; (n = client.getInputStream().read(buffer)) >= 0; ) {
                if (Bytes.indexOf(Arrays.copyOf(buffer, n), COMMIT) >= 0
                        && toCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    cut = true;
                }
                toServer.getOutputStream().write(buffer, 0, n);
            }
            toServer.close();
        }

        void toClient() throws IOException {
            byte[] buffer = new byte[1 << 16];
            for (int n; (n = toServer.getInputStream().read(buffer)) >= 0 && !cut; ) {
                client.getOutputStream().write(buffer, 0, n);
            }
            client.close();
            toServer.close();
        }
    }
}
