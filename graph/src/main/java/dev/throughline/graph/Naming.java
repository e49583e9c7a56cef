package dev.throughline.graph;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the labels and types of new elements stand. The server plans every text it has not seen, which takes it a tenth of
 * a second while it is cold; so where it can, it is given one text for all of them.
 */
enum Naming {
    /** In the rows: a server from 5.26 on takes names as values. */
    IN_ROWS,
    /** In the text: any server does, with a text for each set of labels and each type. */
    IN_TEXT;

    private static final Pattern VERSION = Pattern.compile("Neo4j/(\\d{1,4})\\.(\\d{1,4}).*");
    private static final String NODES = Cypher.statement("nodes-create");
    private static final String NODES_OF_ANY_LABELS = NODES.replace("/*labels*/", ":$(row[0])");
    private static final String BARE = relationships("", "");
    private static final String BARE_OF_ANY_TYPE = ofAnyType(BARE);
    private static final String WITH_PROPERTIES = relationships("[0]", "SET r += end[1]");
    private static final String WITH_PROPERTIES_OF_ANY_TYPE = ofAnyType(WITH_PROPERTIES);

    /** The naming that a server understands; {@code agent} is what it says it is, such as {@code Neo4j/5.26.0}. */
    static Naming of(String agent) {
        Matcher version = VERSION.matcher(agent);
        if (!version.matches()) {
            return IN_TEXT;
        }
        int major = Integer.parseInt(version.group(1));
        return major > 5 || (major == 5 && Integer.parseInt(version.group(2)) >= 26) ? IN_ROWS : IN_TEXT;
    }

    /** Creates nodes. A row is {@code [labels, properties, position]}; the labels must have been checked. */
    String createNodes(List<String> labels) {
        return this == IN_ROWS ? NODES_OF_ANY_LABELS : NODES.replace("/*labels*/", Cypher.labels(labels));
    }

    private static String relationships(String number, String setting) {
        return Cypher.statement("relationships-create")
                .replace("/*number*/", number)
                .replace("/*properties*/", setting);
    }

    private static String ofAnyType(String statement) {
        return statement.replace("/*type*/", "$(row[1])");
    }

    /** Creates relationships. A row is {@code [start, type, [end]]}; the type must have been checked. */
    String createRelationships(String type) {
        return this == IN_ROWS ? BARE_OF_ANY_TYPE : BARE.replace("/*type*/", type);
    }

    /** Creates relationships. A row is {@code [start, type, [[end, properties]]]}; the type must have been checked. */
    String createRelationshipsWithProperties(String type) {
        return this == IN_ROWS ? WITH_PROPERTIES_OF_ANY_TYPE : WITH_PROPERTIES.replace("/*type*/", type);
    }
}
