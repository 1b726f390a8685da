package dev.kompox.driver.csi.run;

import dev.kompox.driver.csi.claim.Users;
import dev.kompox.kubernetes.convert.AppNaming;
import dev.kompox.manifest.id.AppId;
import java.util.Optional;

/** Tells an app's own pods from others. */
public final class AppPods {

    private AppPods() {}

    /**
     * Return the id of the instance that a pod's use of a disk is, as the runtime tells it, if the
     * pod is the app's.
     */
    public static Optional<String> instance(AppId app, String namespace, Users.User user) {
        AppNaming naming = new AppNaming(app);
        boolean own =
                naming.selector().entrySet().stream()
                        .allMatch(one -> user.label(one.getKey()).equals(one.getValue()));
        return own
                ? user.container().map(name -> namespace + "/" + naming.component() + "/" + name)
                : Optional.empty();
    }
}
