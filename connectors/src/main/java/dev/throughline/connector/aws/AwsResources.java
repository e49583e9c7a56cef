package dev.throughline.connector.aws;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudAccount;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;

/** For connectors that know resources of AWS from elsewhere: the same keys and the same facts as {@link AwsConnector}. */
public final class AwsResources {
    private AwsResources() {}

    /**
     * The key of a resource.
     *
     * @param arn its ARN
     * @return {@code cloud:arn:aws:…}
     * @throws IllegalArgumentException if it is not an ARN
     */
    public static AssetKey key(String arn) {
        return Place.arn(arn);
    }

    /**
     * Hands over a resource, and the account if its ARN names one.
     *
     * @param resource the resource
     * @param sink takes the facts
     */
    public static void own(Asset resource, FactSink sink) {
        sink.accept(resource);
        String[] arn = resource.key().value().split(":", 6);
        if (arn.length == 6 && !arn[4].isEmpty()) {
            AssetKey account = AssetKey.of(AssetKind.CLOUD_ACCOUNT, "aws/" + arn[4]);
            sink.accept(new CloudAccount(account, null, "aws"));
            sink.accept(new Relation(account, RelationType.CONTAINS, resource.key()));
        }
    }

    /**
     * Reads an answer of the AWS command line. Account and region are those of the first ARN in it.
     *
     * @param answer the answer
     * @param sink takes facts and rejections
     * @throws dev.throughline.connector.support.WrongShape if it is no answer that is known
     */
    public static void read(Fields answer, FactSink sink) {
        Answers.read(answer, Place.of(answer), sink);
    }
}
