package dev.throughline.samples;

import dev.throughline.model.Text;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a command prints: answers to {@code out}, everything else to {@code err}. What came from a source is made safe to
 * show.
 *
 * @param out takes the answers
 * @param err takes progress, warnings and errors
 * @param charset how both encode text
 * @param interactive whether a person watches, and nothing is redirected
 * @param styled whether headings may be bold
 */
record Terminal(PrintStream out, PrintStream err, Charset charset, boolean interactive, boolean styled) {
    /** The streams of this process. */
    static Terminal ofProcess() {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
        Charset charset = console.map(Console::charset).orElse(StandardCharsets.UTF_8);
        boolean interactive = console.isPresent();
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                charset,
                interactive,
                interactive && System.getenv("NO_COLOR") == null);
    }

    /** Before Java 22 there is a console only on a terminal; since then it must be asked. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Text in which nothing is left that a terminal would obey. Not shortened. */
    static String safe(String text) {
        return text.codePoints()
                .mapToObj(c -> Text.isUnprintable(c) ? String.format("\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    void heading(String text) {
        out.println();
        out.println(styled ? "\u001b[1m" + safe(text) + "\u001b[0m" : safe(text));
    }

    void line(String text) {
        out.println(safe(text));
    }

    /** Prints every line with an indent. */
    void lines(String indent, List<String> texts) {
        texts.forEach(text -> out.println(indent + safe(text)));
    }

    void warn(String text) {
        err.println(safe(text));
    }

    /** Prints a value as JSON. */
    void json(Object value) {
        out.print(Json.text(value) + "\n");
    }
}
