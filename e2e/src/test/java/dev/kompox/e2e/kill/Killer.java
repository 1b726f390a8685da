package dev.kompox.e2e.kill;

/** Count the points that a process passes, and end it at one of them as SIGKILL would. */
public final class Killer {

    private static int target;
    private static int passed;

    private Killer() {}

    static synchronized void aim(int point) {
        target = point;
    }

    /** Pass a point; called from within the program under test. */
    public static synchronized void point() {
        passed++;
        if (passed == target) {
            Runtime.getRuntime().halt(137);
        }
    }
}
