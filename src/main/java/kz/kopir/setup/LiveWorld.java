package kz.kopir.setup;

import kz.kopir.call.OutsideSystem;
import kz.kopir.classroom.Classroom;
import kz.kopir.doctor.OutsideWorld;
import kz.kopir.zoom.Zoom;
import org.apache.camel.CamelContext;

import org.springframework.beans.factory.ObjectProvider;

/**
 * What speaks with the outside systems for the doctor of a running gateway: its own
 * parts, with their tokens, budgets and breakers.
 *
 * @param context the routes
 * @param classroom reads Classroom
 * @param zoom reads Zoom
 */
record LiveWorld(ObjectProvider<CamelContext> context, Classroom classroom, Zoom zoom) implements OutsideWorld {

	@Override
	public CamelContext camel(OutsideSystem system) {
		return this.context.getObject();
	}

}
