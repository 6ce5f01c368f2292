/**
 * What tests of several packages share.
 */
@NullMarked
package kz.kopir.testing;

import org.jspecify.annotations.NullMarked;
