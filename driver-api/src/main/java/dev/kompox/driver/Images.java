package dev.kompox.driver;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.runtime.Workload;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Take the images of an app from one place to another, exactly as they are. */
public interface Images {

    /**
     * Tell whether looking at the images needs a person's word first, because it takes all rights
     * on the machines they are on.
     */
    default boolean onRequest() {
        return false;
    }

    /** Return the names of the images that Kompox itself needs at this place. */
    default List<String> own() {
        return List.of();
    }

    /** Return the names of the images that the app's services run, in the project's order. */
    List<String> of(Workload workload);

    /** Return those of some images that are not here. */
    List<String> missing(List<String> images);

    /**
     * Write images as an archive in the format of {@code docker save}.
     *
     * @throws dev.kompox.driver.failure.DriverException {@code NotFound} if one is not here
     */
    void save(List<String> images, OutputStream out, Call call);

    /** Read an archive of images. */
    void load(InputStream archive, Call call);
}
