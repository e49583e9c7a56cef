package dev.throughline.risk.factor;

import dev.throughline.risk.RiskFactor;
import java.util.List;

/** The catalogue of risk factors. */
public final class RiskFactors {
    private RiskFactors() {}

    /**
     * The factors that are read off the estate itself.
     *
     * @return the factors
     */
    public static List<RiskFactor> ofEstate() {
        return List.of(
                new InternetExposed(),
                new SensitiveData(),
                new CriticalResource(),
                new CriticalIdentity(),
                new CriticalStore(),
                new KnownExploited(),
                new ExploitLikely(),
                new RemoteCodeExecution(),
                new PrivilegedWorkload(),
                new PublicAccess(),
                new ExcessivePermissions());
    }

    /**
     * The factors that follow from how attackers can move.
     *
     * @return the factors
     */
    public static List<RiskFactor> ofMovement() {
        return List.of(new LateralMovement(), new SensitiveByIdentity());
    }
}
