package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine: EC2 instance, Azure VM, Compute Engine instance.
 *
 * <p>Key: {@code cloud:<native id>}. Source: EC2 DescribeInstances; Microsoft.Compute/virtualMachines;
 * compute.googleapis.com/Instance.
 *
 * @param key its key
 * @param name name
 * @param publicAddresses public IP addresses
 * @param tags tags as {@code key=value}, sorted
 */
public record VirtualMachine(
        AssetKey key,
        @Nullable String name,
        @Nullable List<String> publicAddresses,
        @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public VirtualMachine {
        AssetKind.VIRTUAL_MACHINE.check(key);
        publicAddresses = publicAddresses == null ? null : List.copyOf(publicAddresses);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
