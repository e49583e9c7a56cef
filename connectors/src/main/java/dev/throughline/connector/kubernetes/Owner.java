package dev.throughline.connector.kubernetes;

/**
 * The controller of an object: the entry of {@code metadata.ownerReferences} with {@code controller: true}.
 *
 * @param kind its kind
 * @param name its name; its namespace is that of the object
 */
record Owner(String kind, String name) {}
