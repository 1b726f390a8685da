package dev.kompox.driver.call;

/** Tell a listener of several copies side by side as of one. */
public final class JointProgress {

    private final Progress listener;
    private final long[] done;
    private final long[] total;

    /** Tell {@code listener} of so many copies. */
    public JointProgress(Progress listener, int copies) {
        this.listener = listener;
        this.done = new long[copies];
        this.total = new long[copies];
    }

    /**
     * Return the listener of one copy.
     *
     * @param copy its number, from 0
     */
    public Progress of(int copy) {
        return new Progress() {
            @Override
            public void bytes(long now, long all) {
                tell(copy, now, all);
            }

            @Override
            public void note(String sentence) {
                listener.note(sentence);
            }

            @Override
            public void warning(String sentence) {
                listener.warning(sentence);
            }
        };
    }

    private synchronized void tell(int copy, long now, long all) {
        done[copy] = Math.max(done[copy], now);
        total[copy] = Math.max(all, done[copy]);
        long sumDone = 0;
        long sumTotal = 0;
        for (int i = 0; i < done.length; i++) {
            sumDone += done[i];
            sumTotal += total[i];
        }
        listener.bytes(sumDone, sumTotal);
    }
}
