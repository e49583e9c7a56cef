package dev.throughline.attack;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.risk.Factor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the fixes that another one stands for, by what steps say of themselves. */
final class MeantFixes {
    private MeantFixes() {}

    /** Without a role or a role binding, what it helps to allow is as if its subjects were taken out of it. */
    static List<Fix> of(Fix.Isolate isolate, List<AttackStep> steps) {
        AssetKey asset = isolate.asset();
        Set<Fix> meant = new LinkedHashSet<>(List.of(isolate));
        if (asset.mayBe(AssetKind.ROLE) || asset.mayBe(AssetKind.ROLE_BINDING)) {
            String out = " out of " + asset.value();
            for (AttackStep step : steps) {
                if (step.evidence().assets().contains(asset)) {
                    step.breaks().stream()
                            .filter(remedy -> remedy.endsWith(out))
                            .map(Fix.Apply::new)
                            .forEach(meant::add);
                }
            }
        }
        return List.copyOf(meant);
    }

    /** Words may be those of another fix, or join those of several that are to be carried out together. */
    static List<Fix> of(Fix.Apply apply, List<AttackStep> steps) {
        Set<Fix> meant = new LinkedHashSet<>(List.of(apply));
        for (AttackStep step : steps) {
            if (step.breaks().contains(apply.remedy()) || step.hardens().contains(apply.remedy())) {
                if (step.alternatives() != null) {
                    step.alternatives().parts(apply.remedy()).forEach(part -> meant.add(new Fix.Apply(part)));
                }
                denials(step.to()).stream()
                        .filter(deny -> deny.remedy().equals(apply.remedy()))
                        .forEach(meant::add);
            }
        }
        return List.copyOf(meant);
    }

    private static List<Fix.Deny> denials(AssetKey asset) {
        List<Fix.Deny> denials = new ArrayList<>(List.of(new Fix.Deny(asset, Factor.INTERNET_EXPOSED)));
        if (asset.mayBe(AssetKind.DATA_STORE)) {
            denials.add(new Fix.Deny(asset, Factor.PUBLIC_ACCESS));
        }
        return denials;
    }
}
