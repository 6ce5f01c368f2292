package kz.kopir.sync;

import kz.kopir.run.RunRequest;

import kz.kopir.run.RunContext;

/**
 * A run that is to be carried out by the routes.
 *
 * @param run the run
 * @param request who asked for it and what
 */
public record RunOrder(RunContext run, RunRequest request) {
}
