package dev.kompox.manifest.id;

import java.util.Optional;

/**
 * Identify a resource by its place: {@code /ws/NAME/prv/NAME/cls/NAME/app/NAME/box/NAME}, as deep
 * as its kind is. Every name is a DNS label of at most 63 characters.
 */
public sealed interface ResourceId permits WorkspaceId, ProviderId, ClusterId, AppId, BoxId {

    /** Give the resource's own name, the last of the path. */
    String name();

    /** Give the id of the resource it lies in; nothing for a workspace. */
    Optional<ResourceId> parent();

    /**
     * Read an id.
     *
     * @throws IllegalArgumentException with a sentence for people when it is none
     */
    static ResourceId parse(String text) {
        return IdPath.parse(text);
    }
}
