package dev.kompox.driver.call;

/** Ignores everything. */
enum NoProgress implements Progress {
    INSTANCE;

    @Override
    public void bytes(long done, long total) {}

    @Override
    public void note(String sentence) {}

    @Override
    public void warning(String sentence) {}
}
