package kz.kopir.call;

/**
 * A system outside of the gateway.
 */
public enum OutsideSystem {

	CLASSROOM, JOURNAL, ZOOM

}
