package dev.throughline.samples.benchmark;

/**
 * How large a generated cloud is.
 *
 * @param accounts accounts of AWS, subscriptions of Azure, projects of Google Cloud
 * @param teams teams, resource groups or services in each of them
 */
record CloudSize(int accounts, int teams) {
    CloudSize twiceTheAccounts() {
        return new CloudSize(2 * accounts, teams);
    }

    CloudSize accountsTwiceAsLarge() {
        return new CloudSize(accounts, 2 * teams);
    }
}
