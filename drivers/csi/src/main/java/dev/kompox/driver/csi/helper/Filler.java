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

    /**
     * Makes the directory that holds a disk's bytes in each of some volumes, with the mode of an
     * empty volume of Docker, as a kubelet would make it with 0750; a directory that is there was
     * used, and is left alone. It knows programs by their whole paths only.
     */
    public static final String EMPTY =
            """
            b=/usr/bin/busybox
            for v; do [ -d "$v/data" ] || $b mkdir -m 0755 "$v/data" || exit 1; done
            """;

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
        try (HelperPod helper = start(to, HelperMount.ALL, null, beside, call)) {
            helper.check(
                    what,
                    List.of("/usr/bin/busybox", "sh", "-c", EMPTY, what, "/mnt/" + TO),
                    OutputStream.nullOutputStream());
        }
    }

    /**
     * Remove the helpers that write to a disk. Only one process works on an app at a time, so such
     * a helper was left by one that died; by itself it would end a minute after it.
     */
    public void free(Claim disk) {
        users.of(namespaces.of(disk.app()), disk.nativeId()).stream()
                .filter(user -> user.helper() && user.writes())
                .forEach(user -> helpers.remove(user.pod()));
    }

    /**
     * Have a claim bound, and make it hold what another holds.
     *
     * @param what what is done, for people
     * @param beside as for {@link #empty}
     * @return the bytes that {@code from} occupies
     * @throws DriverException {@code Quota} if there is no room
     */
    public ByteSize copy(String what, Claim from, Claim to, @Nullable String beside, Call call) {
        free(to);
        try (HelperPod helper = start(to, HelperMount.DATA, from, beside, call)) {
            return new TreeCopy(helper::check, "the new disk").run(what, FROM, TO, call);
        }
    }

    private HelperPod start(
            Claim to, String directory, @Nullable Claim from, @Nullable String beside, Call call) {
        List<HelperMount> mounts = new ArrayList<>();
        mounts.add(new HelperMount(TO, to.nativeId(), directory, false));
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
