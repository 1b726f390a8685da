package dev.kompox.transfer.move;

import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Program;
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
     * @param receiver what the receiving end runs
     * @param call deadline and clock
     * @param done hears how many bytes of content are through so far
     * @return what was moved
     * @throws dev.kompox.driver.failure.DriverException {@code Quota} when the target is full,
     *     {@code Transient} when the way broke
     */
    Moved move(End from, End to, Program.ReceiveTree receiver, Call call, LongConsumer done);

    /**
     * One end.
     *
     * @param session a helper that has the tree mounted
     * @param at under which name
     * @param label the tree's name for people
     */
    record End(HelperSession session, String at, String label) {}
}
