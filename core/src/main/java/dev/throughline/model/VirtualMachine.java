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
 * @param privateAddresses private IP addresses
 * @param metadataTokenRequired whether its metadata service asks for a session token (AWS IMDSv2)
 * @param tags tags as {@code key=value}, sorted
 */
public record VirtualMachine(
        AssetKey key,
        @Nullable String name,
        @Nullable List<String> publicAddresses,
        @Nullable List<String> privateAddresses,
        @Nullable Boolean metadataTokenRequired,
        @Nullable List<String> tags)
        implements Asset {
    /** Checks the key and copies lists. */
    public VirtualMachine {
        AssetKind.VIRTUAL_MACHINE.check(key);
        publicAddresses = publicAddresses == null ? null : List.copyOf(publicAddresses);
        privateAddresses = privateAddresses == null ? null : List.copyOf(privateAddresses);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
