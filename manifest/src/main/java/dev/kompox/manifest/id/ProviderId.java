package dev.kompox.manifest.id;

import java.util.Optional;

/**
 * Identify a provider: {@code /ws/WORKSPACE/prv/PROVIDER}.
 *
 * @param workspace the workspace's name, a DNS label
 * @param provider the provider's name, a DNS label
 */
public record ProviderId(String workspace, String provider) implements ResourceId {

    /** Check the names. */
    public ProviderId {
        DnsLabel.check("workspace", workspace);
        DnsLabel.check("provider", provider);
    }

    /** Give the workspace it belongs to. */
    public WorkspaceId workspaceId() {
        return new WorkspaceId(workspace);
    }

    @Override
    public String name() {
        return provider;
    }

    @Override
    public Optional<ResourceId> parent() {
        return Optional.of(workspaceId());
    }

    @Override
    public String toString() {
        return workspaceId() + "/prv/" + provider;
    }
}
