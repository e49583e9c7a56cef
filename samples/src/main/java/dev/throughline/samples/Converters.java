package dev.throughline.samples;

import dev.throughline.model.AssetKey;
import dev.throughline.model.WeaknessType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Level;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.factor.RiskFactors;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. What is not known is refused: a typo must not look like "no risk". */
final class Converters {
    private static final List<Factor> FACTORS = Stream.concat(
                    RiskFactors.ofEstate().stream(), RiskFactors.ofMovement().stream())
            .map(RiskFactor::factor)
            .toList();

    private Converters() {}

    /** Makes a command line, with all its commands, read the types of this program. */
    static CommandLine registeredWith(CommandLine line) {
        return line.registerConverter(Format.class, constant(Format.class))
                .registerConverter(WeaknessType.class, constant(WeaknessType.class))
                .registerConverter(Level.class, Converters::level)
                .registerConverter(Factor.class, Converters::factor)
                .registerConverter(AssetKey.class, Converters::key)
                .registerConverter(int.class, Converters::count);
    }

    private static <E extends Enum<E>> ITypeConverter<E> constant(Class<E> type) {
        return name -> Names.find(type, name)
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of " + Names.all(type)));
    }

    private static Level level(String name) {
        return Names.find(Level.class, name)
                .filter(level -> level != Level.NOT_EVALUATED)
                .orElseThrow(
                        () -> new TypeConversionException("'" + name + "' is none of critical, high, medium, low"));
    }

    static Factor factor(String name) {
        return FACTORS.stream()
                .filter(factor -> factor.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of " + FACTORS));
    }

    private static int count(String number) {
        if (!number.matches("[0-9]{1,9}")) {
            throw new TypeConversionException("'" + number + "' is not a whole number of at most nine digits");
        }
        return Integer.parseInt(number);
    }

    static AssetKey key(String text) {
        try {
            return AssetKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
