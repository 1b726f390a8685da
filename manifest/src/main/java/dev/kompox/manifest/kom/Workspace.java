package dev.kompox.manifest.kom;

import dev.kompox.manifest.id.WorkspaceId;

/**
 * Hold a workspace: providers that belong together.
 *
 * @param id its id
 * @param header what every document has
 * @param settings for whoever reads them; Kompox does not
 */
public record Workspace(WorkspaceId id, Header header, Settings settings) implements KomResource {

    @Override
    public Kind kind() {
        return Kind.WORKSPACE;
    }
}
