package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.kubernetes.Permissions.Permission;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.ServiceAccount;
import java.util.List;
import java.util.function.Consumer;

/** A role lets the service account get or list secrets; either returns their contents. */
final class ServiceAccountReadsSecret implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552.007");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(ServiceAccount.class).forEach(account -> {
            for (Permission permission : Permissions.of(situation.graph(), account)) {
                for (AssetKey secret : permission.objects(situation.graph(), account.key(), AssetKind.SECRET_OBJECT)) {
                    if (reads(permission, Permission.name(secret))) {
                        steps.accept(step(account, permission, secret));
                    }
                }
            }
        });
    }

    private static boolean reads(Permission permission, String secret) {
        return permission.rule().allows("get", "", "secrets", secret)
                || permission.rule().allowsAny("list", "", "secrets");
    }

    private AttackStep step(ServiceAccount account, Permission permission, AssetKey secret) {
        return new AttackStep(
                account.key(),
                name(),
                secret,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("a role lets it read the secret", account.key(), permission.role(), secret)
                        .with("rule", permission.rule().toString())
                        .with("scope", permission.scope()),
                List.of("take secrets out of " + permission.role().value()),
                List.of("name the secrets it needs in resourceNames"));
    }
}
