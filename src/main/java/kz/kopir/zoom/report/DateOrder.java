package kz.kopir.zoom.report;

/**
 * What comes first in dates that are written with slashes.
 */
public enum DateOrder {

	/** 20/11/2026. */
	DAY_FIRST,

	/** 11/20/2026, Zoom's default. */
	MONTH_FIRST

}
