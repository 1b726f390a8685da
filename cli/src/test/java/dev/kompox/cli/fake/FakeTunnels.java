package dev.kompox.cli.fake;

import dev.kompox.driver.Tunnels;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Tunnel;
import dev.kompox.driver.runtime.Workload;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tunnels that lead nowhere, and end when told to. */
public final class FakeTunnels implements Tunnels {

    private static final int FREE = 54320;

    private final List<String> opened = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private int taken = -1;
    private @Nullable DriverException end;
    private @Nullable String trouble;

    /** Let a port be taken. */
    public FakeTunnels taken(int port) {
        taken = port;
        return this;
    }

    /** Let them end by themselves, as soon as somebody waits. */
    public FakeTunnels ending(String sentence) {
        end = new DriverException(new Category.Transient(), sentence, "ulimit -n");
        return this;
    }

    /** Let a connection not be passed on. */
    public FakeTunnels trouble(String sentence) {
        trouble = sentence;
        return this;
    }

    /** Return which were opened: {@code SERVICE PORT at ADDRESS:PORT}. */
    public List<String> opened() {
        return List.copyOf(opened);
    }

    /** Return which were closed. */
    public List<String> closed() {
        return List.copyOf(closed);
    }

    @Override
    public Tunnel open(
            Workload workload,
            InetSocketAddress local,
            String service,
            int port,
            Consumer<String> troubles) {
        if (local.getPort() == taken) {
            throw new DriverException(
                    new Category.Conflict("listen", "another"), local.getPort() + " is taken", "");
        }
        int number = local.getPort() == 0 ? FREE + opened.size() : local.getPort();
        InetSocketAddress at = new InetSocketAddress(local.getAddress(), number);
        String name = service + " " + port + " at " + at.getHostString() + ":" + number;
        opened.add(name);
        if (trouble != null) {
            troubles.accept(trouble);
        }
        return new Open(name, at);
    }

    private final class Open implements Tunnel {

        private final String name;
        private final InetSocketAddress local;
        private final CountDownLatch ended = new CountDownLatch(1);

        Open(String name, InetSocketAddress local) {
            this.name = name;
            this.local = local;
        }

        @Override
        public InetSocketAddress local() {
            return local;
        }

        @Override
        public void await() {
            if (end != null) {
                throw end;
            }
            try {
                ended.await();
            } catch (InterruptedException e) {
                throw DriverException.interrupted("waiting", e);
            }
        }

        @Override
        public void close() {
            closed.add(name);
            ended.countDown();
        }
    }
}
