package kz.kopir.console;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What a person can do to the rehearsal that runs in this process: let its stand-ins
 * fail, and let time pass.
 */
public interface RehearsalControls {

	/** The stand-ins with the faults that they still have to play. */
	List<StandInView> standIns();

	/**
	 * Lets the next calls to a stand-in fail.
	 * @param standIn its name
	 * @param fault name of the fault, one of {@link #faults()}
	 * @param times how many calls it strikes, 1 or more
	 * @throws IllegalArgumentException when there is no such stand-in or fault
	 */
	void fail(String standIn, String fault, int times);

	/**
	 * Takes away all faults of a stand-in.
	 * @throws IllegalArgumentException when there is no such stand-in
	 */
	void mend(String standIn);

	/** Names of the faults that can be played. */
	List<String> faults();

	/**
	 * Lets time pass, for the gateway and the stand-ins alike. It never goes back.
	 * @param time how much, more than nothing
	 */
	void advance(Duration time);

	/**
	 * A stand-in.
	 *
	 * @param name which system it plays
	 * @param url where it listens
	 * @param requests how many calls it has answered
	 * @param faults how many faults it still has to play
	 */
	record StandInView(String name, URI url, long requests, int faults) {
	}

}
