package dev.kompox.driver.docker.storage;

import dev.kompox.driver.bytes.TreeCopy;
import dev.kompox.driver.call.Call;
import java.util.List;

/** Copy one volume onto another with a helper, after making sure that there is room. */
final class Copier {

    private final Helpers helpers;

    Copier(Helpers helpers) {
        this.helpers = helpers;
    }

    /**
     * Make {@code to} equal to {@code from}.
     *
     * @return the bytes that {@code from} occupies
     * @throws DriverException {@code Quota} before anything is written if there is no room
     */
    long copy(String what, String from, String to, Call call) {
        helpers.dismiss(to);
        List<HelperMount> mounts =
                List.of(new HelperMount("from", from, true), new HelperMount("to", to, false));
        try (HelperContainer helper = helpers.start(mounts)) {
            return programs(helper).run(what, "from", "to", call).bytes();
        }
    }

    /** Tell how many bytes a tree occupies. */
    long measure(String nativeId) {
        try (HelperContainer helper =
                helpers.start(List.of(new HelperMount("from", nativeId, true)))) {
            return programs(helper).occupied("from").bytes();
        }
    }

    private static TreeCopy programs(HelperContainer helper) {
        return new TreeCopy(helper::check, "the Docker Engine");
    }
}
