/**
 * The generated school that the stand-ins serve. Deterministic: the same seed and size
 * give the same school. All people are generated. Knows no other package.
 */
@NullMarked
package kz.kopir.rehearsal.world;

import org.jspecify.annotations.NullMarked;
