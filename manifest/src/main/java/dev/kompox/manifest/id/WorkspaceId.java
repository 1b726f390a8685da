package dev.kompox.manifest.id;

import java.util.Optional;

/**
 * Identify a workspace: {@code /ws/WORKSPACE}.
 *
 * @param workspace the workspace's name, a DNS label
 */
public record WorkspaceId(String workspace) implements ResourceId {

    /** Check the name. */
    public WorkspaceId {
        DnsLabel.check("workspace", workspace);
    }

    @Override
    public String name() {
        return workspace;
    }

    @Override
    public Optional<ResourceId> parent() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "/ws/" + workspace;
    }
}
