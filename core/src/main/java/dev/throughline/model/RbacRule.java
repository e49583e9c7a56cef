package dev.throughline.model;

import java.util.List;

/**
 * One rule of a Kubernetes Role (rbac.authorization.k8s.io/v1 PolicyRule). Text form
 * {@code verbs=get,list groups= resources=secrets,pods/exec names=}; {@code *} stands for any.
 *
 * @param verbs verbs
 * @param apiGroups API groups; the empty string is the core group
 * @param resources resources, {@code resource/subresource} for a subresource
 * @param resourceNames names the rule is limited to; empty for any
 */
public record RbacRule(List<String> verbs, List<String> apiGroups, List<String> resources, List<String> resourceNames) {
    /** Copies the lists. */
    public RbacRule {
        verbs = List.copyOf(verbs);
        apiGroups = List.copyOf(apiGroups);
        resources = List.copyOf(resources);
        resourceNames = List.copyOf(resourceNames);
    }

    /**
     * Reads the text form.
     *
     * @param text text form
     * @return the rule
     * @throws IllegalArgumentException if it has not this form
     */
    public static RbacRule parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' is not a rule of a role");
        }
        return new RbacRule(
                list(parts[0], "verbs="),
                list(parts[1], "groups="),
                list(parts[2], "resources="),
                list(parts[3], "names="));
    }

    private static List<String> list(String part, String name) {
        if (!part.startsWith(name)) {
            throw new IllegalArgumentException("'" + Text.quote(part) + "' is not " + name);
        }
        String values = part.substring(name.length());
        // "groups=" is the core group, the other empty lists are empty.
        return values.isEmpty() && !name.equals("groups=") ? List.of() : List.of(values.split(",", -1));
    }

    /**
     * Whether the rule lets its holder do something to every object of a resource.
     *
     * @param verb a verb
     * @param apiGroup API group of the resource
     * @param resource resource, with its subresource
     * @return whether it does; no when it is limited to names
     */
    public boolean allowsAny(String verb, String apiGroup, String resource) {
        return resourceNames.isEmpty() && matches(verb, apiGroup, resource);
    }

    /**
     * Whether the rule lets its holder do something to one object.
     *
     * @param verb a verb
     * @param apiGroup API group of the resource
     * @param resource resource, with its subresource
     * @param name name of the object
     * @return whether it does
     */
    public boolean allows(String verb, String apiGroup, String resource, String name) {
        return (resourceNames.isEmpty() || resourceNames.contains(name)) && matches(verb, apiGroup, resource);
    }

    private boolean matches(String verb, String apiGroup, String resource) {
        int slash = resource.indexOf('/');
        return has(verbs, verb)
                && has(apiGroups, apiGroup)
                && (has(resources, resource) || (slash > 0 && resources.contains("*" + resource.substring(slash))));
    }

    private static boolean has(List<String> values, String value) {
        return values.contains(value) || values.contains("*");
    }

    /** {@return the text form} */
    @Override
    public String toString() {
        return "verbs=" + String.join(",", verbs)
                + " groups=" + String.join(",", apiGroups)
                + " resources=" + String.join(",", resources)
                + " names=" + String.join(",", resourceNames);
    }
}
