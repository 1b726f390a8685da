package dev.kompox.operations;

import dev.kompox.driver.Images;
import dev.kompox.driver.call.Call;
import dev.kompox.transfer.move.ImageMove;
import java.util.List;

/**
 * What becomes of images that a place should have.
 *
 * @param brought those that are brought
 * @param absent those that neither place has
 * @param bytes how many bytes were sent for it
 */
public record ImageLoading(List<String> brought, List<String> absent, long bytes) {

    /** Copies the lists. */
    public ImageLoading {
        brought = List.copyOf(brought);
        absent = List.copyOf(absent);
    }

    /** Tell which of some images would be brought; nothing is. */
    public static ImageLoading plan(Images from, Images to, List<String> wanted) {
        List<String> missing = to.missing(wanted);
        List<String> absent = missing.isEmpty() ? List.of() : from.missing(missing);
        return new ImageLoading(
                missing.stream().filter(name -> !absent.contains(name)).toList(), absent, 0);
    }

    /** Bring those that are to be brought, exactly as they are. */
    public ImageLoading run(Images from, Images to, Call call) {
        long sent = brought.isEmpty() ? 0 : ImageMove.move(from, to, brought, call);
        return new ImageLoading(brought, absent, sent);
    }
}
