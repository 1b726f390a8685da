package dev.kompox.transfer.move;

import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Program.Care;
import dev.kompox.driver.call.Call;
import java.util.function.LongConsumer;

/** A way that the content of a tree takes from one place to another. */
public interface Transport {

    /** Return the word for it in plans and progress. */
    String name();

    /**
     * Make the tree at one end equal to that at the other, moving only what differs. May be cut off
     * and done again any number of times.
     *
     * @param from the tree to read
     * @param to the tree to write
     * @param care what is taken for equal
     * @param call deadline and clock
     * @param wire hears how many bytes have gone over the wire so far
     * @return what was moved
     * @throws dev.kompox.driver.failure.DriverException {@code Quota} when the target is full,
     *     {@code Transient} when the way broke
     */
    Moved move(End from, End to, Care care, Call call, LongConsumer wire);

    /**
     * One end.
     *
     * @param session a helper that has the tree mounted
     * @param at under which name
     * @param label the tree's name for people
     */
    record End(HelperSession session, String at, String label) {}
}
