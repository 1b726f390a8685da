package dev.kompox.driver.csi.helper;

import dev.kompox.driver.bytes.TreeCopy;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.failure.DriverException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives new claims their first content, by helpers that mount them: a claim whose class waits for
 * its first user is bound thereby, where what is mounted beside it can be reached.
 */
public final class Filler {

    private static final String TO = "to";
    private static final String FROM = "from";
    private static final String BESIDE = "beside";

    private final Namespaces namespaces;
    private final Users users;
    private final Helpers helpers;
    private final String zone;

    /**
     * Fill with some helpers.
     *
     * @param zone the zone of what is new; empty for any
     */
    public Filler(Namespaces namespaces, Users users, Helpers helpers, String zone) {
        this.namespaces = namespaces;
        this.users = users;
        this.helpers = helpers;
        this.zone = zone;
    }

    /**
     * Have a claim bound, and empty.
     *
     * @param what what is done, for people
     * @param beside a claim that must be reachable from the same node; null if there is none
     */
    public void empty(String what, Claim to, @Nullable String beside, Call call) {
        try (HelperPod helper = start(to, null, beside, call)) {
            // the mode of an empty Docker volume; the kubelet made it with 0750
            helper.check(
                    what,
                    List.of("/bin/chmod", "0755", "/mnt/" + TO),
                    OutputStream.nullOutputStream());
        }
    }

    /**
     * Have a claim bound, and make it hold what another holds. Only one process works on an app at
     * a time, so a helper that is found writing to it was left by one that died, and is removed.
     *
     * @param what what is done, for people
     * @param beside as for {@link #empty}
     * @return the bytes that {@code from} occupies
     * @throws DriverException {@code Quota} if there is no room
     */
    public ByteSize copy(String what, Claim from, Claim to, @Nullable String beside, Call call) {
        users.of(namespaces.of(to.app()), to.nativeId()).stream()
                .filter(user -> user.helper() && user.writes())
                .forEach(user -> helpers.remove(user.pod()));
        try (HelperPod helper = start(to, from, beside, call)) {
            return new TreeCopy(helper::check, "the new disk").run(what, FROM, TO, call);
        }
    }

    private HelperPod start(Claim to, @Nullable Claim from, @Nullable String beside, Call call) {
        List<HelperMount> mounts = new ArrayList<>();
        mounts.add(new HelperMount(TO, to.nativeId(), HelperMount.DATA, false));
        if (from != null) {
            mounts.add(new HelperMount(FROM, from.nativeId(), HelperMount.DATA, true));
        }
        if (beside != null) {
            mounts.add(new HelperMount(BESIDE, beside, HelperMount.DATA, true));
        }
        List<String> names = mounts.stream().map(HelperMount::claim).toList();
        String node = users.node(namespaces.of(to.app()), names);
        return helpers.start(to.app(), mounts, zone, node, call);
    }
}
