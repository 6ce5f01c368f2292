/**
 * The journal port: what the gateway asks of an electronic journal, in the domain's
 * words. Ids are opaque texts here. May know: school, problem.
 */
@NullMarked
package kz.kopir.journal;

import org.jspecify.annotations.NullMarked;
