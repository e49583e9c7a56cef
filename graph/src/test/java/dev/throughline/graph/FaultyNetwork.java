package dev.throughline.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a server, and can be cut, mended, or made to swallow whatever is sent. */
final class FaultyNetwork implements AutoCloseable {
    private final URI server;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listener = new ServerSocket();
    private volatile boolean swallows;

    FaultyNetwork(String boltUri) throws IOException {
        server = URI.create(boltUri);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        port = listener.getLocalPort();
        accept(listener);
    }

    String boltUri() {
        return "bolt://localhost:" + port;
    }

    /** Connections break, and no new ones come about. */
    void cut() throws IOException {
        close();
    }

    /** New connections come about again. */
    void mend() {
        try {
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            accept(listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing arrives any more, in either direction; nobody is told. */
    void swallow() {
        swallows = true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private void accept(ServerSocket from) {
        Background.start(() -> {
            while (true) {
                Socket client = from.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                open.add(client);
                open.add(upstream);
                Background.start(() -> forward(client, upstream));
                Background.start(() -> forward(upstream, client));
            }
        });
    }

    private void forward(Socket from, Socket to) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n; (n = in.read(buffer)) >= 0; ) {
                if (!swallows) {
                    out.write(buffer, 0, n);
                }
            }
        }
    }
}
