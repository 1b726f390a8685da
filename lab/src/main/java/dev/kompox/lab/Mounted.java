package dev.kompox.lab;

import dev.kompox.driver.disk.ByteSize;
import dev.kompox.lab.tree.Tree;
import org.jspecify.annotations.Nullable;

/** What a helper has mounted: the tree itself, its capacity if it has one, and whether to write. */
record Mounted(Tree tree, @Nullable ByteSize capacity, boolean readOnly) {}
