package dev.kompox.operations.kubeconfig;

/** The three lists of a kubeconfig, and under which key each of their entries has its content. */
enum Section {
    CONTEXTS("contexts", "context"),
    CLUSTERS("clusters", "cluster"),
    USERS("users", "user");

    final String list;
    final String content;

    Section(String list, String content) {
        this.list = list;
        this.content = content;
    }
}
