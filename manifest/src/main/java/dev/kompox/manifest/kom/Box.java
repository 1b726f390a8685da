package dev.kompox.manifest.kom;

import dev.kompox.manifest.id.BoxId;

/**
 * Hold a box: a helper beside an app. It runs as the component that has its name.
 *
 * @param id its id; the name {@code app} is taken by the app itself
 * @param header what every document has
 * @param content what runs in it
 * @param networkPolicy who may reach it inside the cluster
 */
public record Box(BoxId id, Header header, BoxContent content, NetworkPolicy networkPolicy)
        implements KomResource {

    /** The component that no box may be. */
    public static final String APP = "app";

    /** Check the name. */
    public Box {
        if (id.box().equals(APP)) {
            throw new IllegalArgumentException("a box cannot be called \"app\"");
        }
    }

    /** Give the component it runs as. */
    public String component() {
        return id.box();
    }

    @Override
    public Kind kind() {
        return Kind.BOX;
    }
}
