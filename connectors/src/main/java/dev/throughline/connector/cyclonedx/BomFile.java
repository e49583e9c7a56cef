package dev.throughline.connector.cyclonedx;

import dev.throughline.connector.support.Content;
import dev.throughline.connector.support.ContentDigest;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.connector.support.Sections;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.Text;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a bill of materials in either of its forms, and makes sure that it is one. */
public final class BomFile {
    private static final Pattern VERSION = Pattern.compile("1\\.[2-7]");

    /** What is read of the elements of arrays. */
    private static final Map<String, JsonShape> SHAPES = Map.of(
            "components",
            Components.SHAPE,
            "dependencies",
            new JsonShape(Map.of("", Set.of("ref", "dependsOn")), Map.of()));

    private BomFile() {}

    /**
     * Reads a file. In XML, everything is called and counted as it is in JSON.
     *
     * @param file the file
     * @param limits how large it may be
     * @param arrays takes the elements of arrays, by name of their field, in the order of the file
     * @param kept names of fields that are kept as a whole; {@code bomFormat} and {@code specVersion} among them
     * @param digest becomes that of the file; null if nobody asks for it
     * @return the fields that are kept
     * @throws dev.throughline.fact.SourceException if it is not sound, beyond a limit, or no bill of materials of a version
     *     that is read
     */
    public static Fields read(
            InputFile file,
            JsonLimits limits,
            Map<String, Consumer<Fields>> arrays,
            Set<String> kept,
            @Nullable ContentDigest digest) {
        Fields bom = Content.opening(file, limits) == '<'
                ? XmlBom.read(file, limits, arrays, kept)
                : Sections.read(file, limits, arrays, kept, SHAPES, digest);
        try {
            check(bom);
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
        return bom;
    }

    private static void check(Fields bom) {
        if (!"CycloneDX".equals(bom.text("bomFormat"))) {
            throw new WrongShape("/bomFormat", "not CycloneDX, so this is no bill of materials of that format");
        }
        String version = bom.requiredText("specVersion");
        if (!VERSION.matcher(version).matches()) {
            throw new WrongShape("/specVersion", "version " + Text.quote(version) + " is not read; 1.2 to 1.7 are");
        }
    }
}
