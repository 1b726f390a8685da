package dev.kompox.cli.command;

/** The version of Kompox. */
public final class Version {

    /** The number, as in the project's own description; a test keeps them equal. */
    public static final String NUMBER = "0.1.0";

    private Version() {}
}
