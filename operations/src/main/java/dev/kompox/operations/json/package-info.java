/** JSON as maps and lists, for journals, plans and answers. */
@NullMarked
package dev.kompox.operations.json;

import org.jspecify.annotations.NullMarked;
