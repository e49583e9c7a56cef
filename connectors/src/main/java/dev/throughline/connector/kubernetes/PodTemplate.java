package dev.throughline.connector.kubernetes;

import java.util.Map;

/**
 * What pods look like (core/v1 PodTemplateSpec).
 *
 * @param labels their labels
 * @param spec what is in them
 */
record PodTemplate(Map<String, String> labels, PodSpec spec) {}
