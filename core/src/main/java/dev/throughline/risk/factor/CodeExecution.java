package dev.throughline.risk.factor;

import java.util.Collection;
import java.util.Set;

/** Weakness types by what they let an attacker do. */
final class CodeExecution {
    /** They hand text of the attacker to something that runs it. */
    private static final Set<String> INJECTION = Set.of(
            "CWE-77",
            "CWE-78",
            "CWE-88",
            "CWE-94",
            "CWE-95",
            "CWE-96",
            "CWE-97",
            "CWE-98",
            "CWE-434",
            "CWE-470",
            "CWE-502",
            "CWE-553",
            "CWE-624",
            "CWE-917",
            "CWE-1336");

    /** They break memory or objects, which may end in anything from a crash to the attacker's code. */
    private static final Set<String> CORRUPTION = Set.of(
            "CWE-119",
            "CWE-120",
            "CWE-121",
            "CWE-122",
            "CWE-123",
            "CWE-124",
            "CWE-129",
            "CWE-131",
            "CWE-134",
            "CWE-190",
            "CWE-415",
            "CWE-416",
            "CWE-787",
            "CWE-822",
            "CWE-823",
            "CWE-843",
            "CWE-1321");

    /** NVD's ways to say that it does not know. */
    private static final Set<String> NO_INFORMATION = Set.of("CWE-noinfo", "CWE-Other");

    private CodeExecution() {}

    static boolean isInjection(Collection<String> cwes) {
        return cwes.stream().anyMatch(INJECTION::contains);
    }

    static boolean isCorruption(Collection<String> cwes) {
        return cwes.stream().anyMatch(CORRUPTION::contains);
    }

    static boolean isUnknown(Collection<String> cwes) {
        return cwes.stream().allMatch(NO_INFORMATION::contains);
    }
}
