/**
 * The benchmark: the gateway beside a bare loop that makes the same requests. Run by hand
 * with {@code mvn -Pbenchmark}, see {@code docs/benchmarks.md}; no part of the tests.
 */
@NullMarked
package kz.kopir.benchmark;

import org.jspecify.annotations.NullMarked;
