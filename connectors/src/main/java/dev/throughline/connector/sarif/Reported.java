package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import dev.throughline.model.AssetKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result (SARIF 2.1.0 §3.27) as it is held until all of its run is known: rules, artifacts and bases may stand behind it.
 *
 * @param at where it stands; without its value
 * @param rule its rule
 * @param taxa what it is classified as
 * @param message what it says
 * @param hash what stays the same when its line moves
 * @param place where it is
 * @param image image it is in, if it names one
 * @param inImage whether it is in an image, named or not
 * @param level its level; null if it says none
 * @param undecided whether the tool does not say that this is a failure, only that it may be one
 * @param suppressions whether it still stands
 * @param url address of it
 * @param flow how a value gets there; null if it does not say
 */
record Reported(
        Fields at,
        DescriptorReference rule,
        List<DescriptorReference> taxa,
        Message message,
        @Nullable String hash,
        Place place,
        @Nullable AssetKey image,
        boolean inImage,
        @Nullable String level,
        boolean undecided,
        Suppressions suppressions,
        @Nullable String url,
        @Nullable Flow flow) {}
