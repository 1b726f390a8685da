package dev.kompox.transfer;

import java.io.IOException;

/** Report that a manifest cannot be trusted; the message names the line. */
public final class ManifestException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Make a failure at a line, counted from 1. */
    ManifestException(long line, String sentence) {
        super("line " + line + " of the manifest: " + sentence);
    }
}
