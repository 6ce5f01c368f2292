package kz.kopir.doctor;

import kz.kopir.call.OutsideSystem;
import kz.kopir.classroom.Classroom;
import kz.kopir.zoom.Zoom;
import org.apache.camel.CamelContext;

/**
 * The parts of the gateway that speak with outside systems. Each may fail by itself.
 */
public interface OutsideWorld {

	/**
	 * Where the routes run that read a system.
	 * @throws Unusable when they cannot be started
	 */
	CamelContext camel(OutsideSystem system);

	/** Reads Classroom. */
	Classroom classroom();

	/** Reads Zoom. */
	Zoom zoom();

}
