package dev.kompox.compose;

/** Tell why a file of another machine was not brought here. */
public final class RemoteFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Tell why.
     *
     * @param sentence what is wrong
     * @param remedy how to mend it
     */
    public RemoteFileException(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    /** Give what is wrong. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Give how to mend it. */
    public String remedy() {
        return remedy;
    }
}
