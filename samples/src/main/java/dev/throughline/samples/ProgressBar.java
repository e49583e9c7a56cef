package dev.throughline.samples;

import dev.throughline.Throughline;
import dev.throughline.fact.Progress;
import dev.throughline.model.Scope;
import java.util.List;

/** Shows how reading goes on: a bar on a terminal, else one line for each scope. For one thread. */
final class ProgressBar implements Progress {
    private static final int WIDTH = 24;
    private static final long MILLIS_BETWEEN = 50;

    private final Terminal terminal;
    private long shownAt;

    /** Which source is read, of how many. */
    private String source = "";

    ProgressBar(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Reads all sources of an estate, and tells which one it is at. */
    List<Reading> read(Estate estate, Throughline throughline) {
        List<Reading> readings = Reading.all(estate, throughline.reportingTo(this), (number, next) -> {
            source = number + "/" + estate.sources().size() + " ";
            draw(source + Names.of(next.type()) + " " + next.path());
        });
        draw("");
        return readings;
    }

    private void draw(String line) {
        if (terminal.interactive()) {
            terminal.err().print("\r\u001b[K" + Terminal.safe(line));
            terminal.err().flush();
        }
    }

    @Override
    public void advanced(Scope scope, int read, int all, long facts) {
        if (terminal.interactive()) {
            long now = System.nanoTime() / 1_000_000;
            if (read == all || now - shownAt >= MILLIS_BETWEEN) {
                shownAt = now;
                draw(bar(scope, read, all, facts));
                if (read == all) {
                    terminal.err().println();
                }
            }
        } else if (read == all) {
            terminal.warn(source + "read " + scope + ": " + all + " parts, " + facts + " facts");
        }
    }

    private String bar(Scope scope, int read, int all, long facts) {
        int done = (int) ((long) WIDTH * read / all);
        return source + "[" + "#".repeat(done) + " ".repeat(WIDTH - done) + "] " + read + "/" + all + " " + scope + ", "
                + facts + " facts";
    }
}
