/**
 * Loads what stands in {@code mappings/}: jq programs and tables, each refused with file,
 * line and column when it is malformed. Knows no other package.
 */
@NullMarked
package kz.kopir.mapping;

import org.jspecify.annotations.NullMarked;
