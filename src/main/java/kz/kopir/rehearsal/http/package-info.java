/**
 * What the stand-ins share: an HTTP server on loopback, request counts and scripted
 * faults. Knows no other package.
 */
@NullMarked
package kz.kopir.rehearsal.http;

import org.jspecify.annotations.NullMarked;
