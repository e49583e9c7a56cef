package dev.throughline.samples.benchmark;

import com.google.common.hash.Hashing;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * One service of the estate: a repository that becomes an image that runs in a cluster.
 *
 * @param number its number, from 0
 * @param release its release, from 1; with each the commit, the run, the tag, the image, the pods and the findings are new
 */
record Service(int number, int release) {
    /** Services of one organization, which has one cluster. */
    static final int PER_ORGANIZATION = 2_500;

    private static final int TEAMS = 40;

    String organization() {
        return "org" + number / PER_ORGANIZATION;
    }

    String cluster() {
        return "cluster" + number / PER_ORGANIZATION;
    }

    /** Its team, which has a namespace of the same name. */
    String team() {
        return "team" + number % TEAMS;
    }

    String name() {
        return "service" + number;
    }

    String version() {
        return release + ".0.0";
    }

    AssetKey repository() {
        return AssetKey.repository("github.com/" + organization() + "/" + name());
    }

    AssetKey image() {
        return image("service " + number + " " + release);
    }

    static AssetKey image(String content) {
        return AssetKey.image(new Digest("sha256", hex(content)));
    }

    static String hex(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    /** Numbers that differ from service to service and from topic to topic, and are the same in every release. */
    Random random(int topic) {
        return new Random(42L + 31L * topic + 1_000_003L * number);
    }
}
