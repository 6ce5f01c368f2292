/**
 * What all calls to outside systems share: which trouble may pass, how long to wait, and
 * the breaker that opens on an outage. May know: school, problem, run.
 */
@NullMarked
package kz.kopir.call;

import org.jspecify.annotations.NullMarked;
