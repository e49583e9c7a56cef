package dev.throughline.samples;

import dev.throughline.fact.Progress;
import dev.throughline.model.Scope;

/** Shows how reading goes on: a bar on a terminal, else one line for each scope. For one thread. */
final class ProgressBar implements Progress {
    private static final int WIDTH = 24;
    private static final long MILLIS_BETWEEN = 50;

    private final Terminal terminal;
    private long shownAt;

    ProgressBar(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void advanced(Scope scope, int read, int all, long facts) {
        if (terminal.interactive()) {
            long now = System.nanoTime() / 1_000_000;
            if (read == all || now - shownAt >= MILLIS_BETWEEN) {
                shownAt = now;
                terminal.err().print("\r\u001b[K" + bar(scope, read, all, facts) + (read == all ? "\n" : ""));
                terminal.err().flush();
            }
        } else if (read == all) {
            terminal.warn("read " + scope + ": " + all + " parts, " + facts + " facts");
        }
    }

    private static String bar(Scope scope, int read, int all, long facts) {
        int done = (int) ((long) WIDTH * read / all);
        return "[" + "#".repeat(done) + " ".repeat(WIDTH - done) + "] " + read + "/" + all + " "
                + Terminal.safe(scope.toString()) + ", " + facts + " facts";
    }
}
