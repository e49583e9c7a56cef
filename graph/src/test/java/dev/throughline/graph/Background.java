package dev.throughline.graph;

import java.io.IOException;

/** Threads of proxies and stubs, which end with their connection. */
final class Background {
    /** What such a thread does. */
    interface Io {
        void run() throws IOException;
    }

    private Background() {}

    static void start(Io io) {
        Thread thread = new Thread(() -> {
            try {
                io.run();
            } catch (IOException e) {
                // The end of a connection, or of the test.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
