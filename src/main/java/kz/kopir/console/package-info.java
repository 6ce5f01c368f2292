/**
 * The console: pages for the people who look after the gateway and watch over terms, in
 * Kazakh, Russian and English. It shows what others know and hands decisions to those who
 * take them; it judges nothing itself. May know: access, audit, policy, problem, roster,
 * run, school, summative, sync.
 */
@NullMarked
package kz.kopir.console;

import org.jspecify.annotations.NullMarked;
