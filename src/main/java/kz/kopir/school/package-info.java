/**
 * The domain's records: what a school, its class groups, pupils, lessons, courses and
 * submissions are. Plain data without behaviour of any outside system; knows no other
 * package.
 */
@NullMarked
package kz.kopir.school;

import org.jspecify.annotations.NullMarked;
