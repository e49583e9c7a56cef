package dev.throughline.connector.kubernetes;

/**
 * An object and where the dump describes it.
 *
 * @param object the object
 * @param file name of the file
 * @param pointer JSON pointer into the file
 */
record Described<T>(T object, String file, String pointer) {}
