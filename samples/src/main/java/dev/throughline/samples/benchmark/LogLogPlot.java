package dev.throughline.samples.benchmark;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Draws curves as SVG, on squares of one decade each: what runs along a dashed diagonal grows in proportion. */
final class LogLogPlot {
    private static final int DECADE = 110;
    private static final int LEFT = 80;
    private static final int TOP = 50;
    private static final int BOTTOM = 40;
    private static final int LEGEND = 190;
    private static final List<String> COLOURS = List.of("#777777", "#0072b2", "#d55e00", "#009e73", "#cc79a7");

    private final StringBuilder svg = new StringBuilder();
    private final int firstX;
    private final int lastX;
    private final int firstY;
    private final int lastY;

    /** A point of a curve; both coordinates are above zero. */
    record Point(double x, double y) {}

    private LogLogPlot(Collection<List<Point>> curves) {
        DoubleSummaryStatistics x = exponents(curves, Point::x);
        DoubleSummaryStatistics y = exponents(curves, Point::y);
        firstX = (int) Math.round(x.getMin());
        lastX = (int) Math.round(x.getMax());
        firstY = (int) Math.floor(y.getMin());
        lastY = (int) Math.ceil(y.getMax());
    }

    private static DoubleSummaryStatistics exponents(Collection<List<Point>> curves, ToDoubleFunction<Point> axis) {
        return curves.stream()
                .flatMap(List::stream)
                .collect(Collectors.summarizingDouble(point -> Math.log10(axis.applyAsDouble(point))));
    }

    /** Draws at most five curves, by their names. */
    static String draw(String title, Map<String, List<Point>> curves) {
        LogLogPlot plot = new LogLogPlot(curves.values());
        plot.begin(title);
        plot.grid();
        int number = 0;
        for (Map.Entry<String, List<Point>> curve : curves.entrySet()) {
            plot.curve(curve.getKey(), curve.getValue(), number++);
        }
        return plot.svg.append("</svg>\n").toString();
    }

    private void begin(String title) {
        int width = (int) x(lastX) + LEGEND;
        int height = (int) y(firstY) + BOTTOM;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"14\">",
                width, height);
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", width, height);
        add("<text x=\"%d\" y=\"28\" font-size=\"16\">%s</text>", LEFT, title);
    }

    private void grid() {
        for (int i = firstX; i <= lastX; i++) {
            line(i, firstY, i, lastY, "stroke=\"#cccccc\"");
            add(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%,.0f</text>",
                    x(i), y(firstY) + 22, Math.pow(10, i));
        }
        for (int i = firstY; i <= lastY; i++) {
            line(firstX, i, lastX, i, "stroke=\"#cccccc\"");
            add(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s s</text>",
                    LEFT - 8,
                    y(i) + 5,
                    i < 0 ? "0." + "0".repeat(-i - 1) + "1" : String.valueOf((long) Math.pow(10, i)));
        }
        for (int i = firstY - (lastX - firstX) + 1; i < lastY; i++) {
            int start = Math.max(0, firstY - i);
            int end = Math.min(lastX - firstX, lastY - i);
            line(firstX + start, i + start, firstX + end, i + end, "stroke=\"#dddddd\" stroke-dasharray=\"4 4\"");
        }
    }

    private void curve(String name, List<Point> points, int number) {
        String colour = COLOURS.get(number);
        String line = points.stream()
                .map(point -> format("%.1f,%.1f", x(Math.log10(point.x())), y(Math.log10(point.y()))))
                .collect(Collectors.joining(" "));
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", line, colour);
        for (Point point : points) {
            add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>",
                    x(Math.log10(point.x())), y(Math.log10(point.y())), colour);
        }
        int y = TOP + 15 + 24 * number;
        add("<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" fill=\"%s\"/>", x(lastX) + 30, y - 5, colour);
        add("<text x=\"%.1f\" y=\"%d\">%s</text>", x(lastX) + 42, y, name);
    }

    private void line(double fromX, double fromY, double toX, double toY, String style) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>", x(fromX), y(fromY), x(toX), y(toY), style);
    }

    private double x(double exponent) {
        return LEFT + (exponent - firstX) * DECADE;
    }

    private double y(double exponent) {
        return TOP + (lastY - exponent) * DECADE;
    }

    private void add(String pattern, Object... values) {
        svg.append(format(pattern, values)).append('\n');
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
