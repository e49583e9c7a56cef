package dev.throughline.graph;

import com.google.common.collect.ImmutableList;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Stands between drivers and a server, sees each request, and does harm at one of them. A request is known by a text such
 * as {@code RUN MERGE (c:FactChunk …}, so that faults are placed where something happens, not when.
 */
final class BoltProxy implements AutoCloseable {
    /** What may happen to a connection. */
    enum Effect {
        PASS,
        /** Both ends see that it is closed. */
        CUT,
        /** It stays open, and nothing goes through any more. */
        SILENCE
    }

    /** When it happens to a request. */
    enum Moment {
        BEFORE_SENT,
        SENT,
        /** The server is done with it, and the client does not know it yet. */
        ANSWERED;

        private static final ImmutableList<Moment> ALL = ImmutableList.copyOf(values());

        static Moment any(Random random) {
            return ALL.get(random.nextInt(ALL.size()));
        }
    }

    /**
     * Where harm is done, once.
     *
     * @param request how the text of the request starts
     * @param occurrence which of the requests that start so, from 1
     * @param moment when
     */
    record Point(String request, int occurrence, Moment moment) {}

    private record Request(String text, boolean isTrapped) {}

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI server;
    private final List<String> seen = new ArrayList<>();
    private Point point = new Point("", -1, Moment.SENT);
    private Supplier<Effect> harm = () -> Effect.PASS;
    private int met;
    private boolean done;

    BoltProxy(String boltUri) throws IOException {
        server = URI.create(boltUri);
        Background.start(() -> {
            while (true) {
                Socket client = listener.accept();
                Background.start(() -> new Connection(client).run());
            }
        });
    }

    String boltUri() {
        return "bolt://localhost:" + listener.getLocalPort();
    }

    /** From here on, does harm at a point. */
    synchronized void arm(Point where, Supplier<Effect> what) {
        point = where;
        harm = what;
        met = 0;
        done = false;
        seen.clear();
    }

    /** Whether harm was done. */
    synchronized boolean wasHarmful() {
        return done;
    }

    /** The requests since the proxy was armed. */
    synchronized List<String> seen() {
        return List.copyOf(seen);
    }

    private synchronized Request meet(String text) {
        seen.add(text);
        return new Request(text, text.startsWith(point.request()) && ++met == point.occurrence());
    }

    private Effect effect(Request request, Moment moment) {
        Supplier<Effect> now;
        synchronized (this) {
            if (done || !request.isTrapped() || point.moment() != moment) {
                return Effect.PASS;
            }
            done = true;
            now = harm;
        }
        return now.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private final class Connection {
        private final Socket client;
        private final Socket toServer;
        private final Queue<Request> unanswered = new ConcurrentLinkedQueue<>();
        private volatile boolean silent;

        Connection(Socket client) throws IOException {
            this.client = client;
            try {
                this.toServer = new Socket(server.getHost(), server.getPort());
            } catch (IOException e) {
                client.close();
                throw e;
            }
            client.setTcpNoDelay(true);
            toServer.setTcpNoDelay(true);
        }

        void run() throws IOException {
            DataInputStream requests = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            DataInputStream answers = new DataInputStream(new BufferedInputStream(toServer.getInputStream()));
            closingAtEnd(() -> {
                BoltMessages.passHandshake(requests, toServer.getOutputStream(), answers, client.getOutputStream());
                Background.start(() -> closingAtEnd(() -> passAnswers(answers, client.getOutputStream())));
                passRequests(requests, toServer.getOutputStream());
            });
        }

        private void passRequests(DataInputStream from, OutputStream to) throws IOException {
            BoltMessages messages = new BoltMessages();
            while (true) {
                byte[] message = BoltMessages.read(from);
                Request request = meet(messages.describe(message));
                unanswered.add(request);
                goOn(request, Moment.BEFORE_SENT);
                if (!silent) {
                    to.write(message);
                }
                goOn(request, Moment.SENT);
            }
        }

        private void passAnswers(DataInputStream from, OutputStream to) throws IOException {
            while (true) {
                byte[] message = BoltMessages.read(from);
                if (BoltMessages.endsAnswer(message)) {
                    goOn(unanswered.remove(), Moment.ANSWERED);
                }
                if (!silent) {
                    to.write(message);
                }
            }
        }

        private void goOn(Request request, Moment moment) throws IOException {
            switch (effect(request, moment)) {
                case PASS -> {}
                case CUT -> throw new IOException("cut");
                case SILENCE -> silent = true;
            }
        }

        private void closingAtEnd(Background.Io io) throws IOException {
            try (client;
                    toServer) {
                io.run();
            }
        }
    }
}
