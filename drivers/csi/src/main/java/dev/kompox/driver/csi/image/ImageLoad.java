package dev.kompox.driver.csi.image;

import dev.kompox.kubernetes.exec.RunningExec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** An archive on its way into a node. */
final class ImageLoad {

    private final NodeDoor door;
    private final RunningExec running;
    private final ByteArrayOutputStream said;
    private boolean ended;

    /**
     * Begin.
     *
     * @param running what reads the archive there
     * @param said what that says about failures
     */
    ImageLoad(NodeDoor door, RunningExec running, ByteArrayOutputStream said) {
        this.door = door;
        this.running = running;
        this.said = said;
    }

    void write(byte[] block, int count) {
        if (!ended) {
            try {
                running.input().write(block, 0, count);
            } catch (IOException e) {
                end(); // it may have read all that it needs; its exit code tells
            }
        }
    }

    /** Wait until the node has the images. */
    void finish() {
        if (!ended) {
            try {
                running.input().close();
            } catch (IOException e) {
                // the same
            }
            end();
        }
    }

    private void end() {
        ended = true;
        door.expect("loading images", running.await(), said);
    }
}
