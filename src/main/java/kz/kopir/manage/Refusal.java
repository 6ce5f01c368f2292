package kz.kopir.manage;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The answer to a request that cannot be served.
 *
 * @param what what happened
 * @param where the place in the request
 * @param advice what to do
 */
record Refusal(String what, String where, @JsonProperty("do") String advice) {
}
