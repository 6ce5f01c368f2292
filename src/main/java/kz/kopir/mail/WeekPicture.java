package kz.kopir.mail;

import java.util.List;
import java.util.Optional;

import kz.kopir.digest.WeekFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The picture of the weekly overview. A machine that cannot draw sends the mail without
 * it: the same numbers stand there as a table.
 */
final class WeekPicture {

	private static final String KAZAKH_LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";

	private static final Logger logger = LoggerFactory.getLogger(WeekPicture.class);

	/**
	 * Draws the picture.
	 * @return the picture, or empty when there is nothing to show, or this machine has no
	 * font with the Kazakh letters
	 */
	Optional<Composed.Picture> draw(List<WeekFigures> weeks, MailTexts texts) {
		if (weeks.stream().allMatch((week) -> week.due() == 0) || !canWrite()) {
			return Optional.empty();
		}
		return Optional
			.of(new Composed.Picture("weeks-" + texts.language(), WeekChart.draw(weeks, texts), texts.text("picture")));
	}

	static boolean canWrite() {
		try {
			if (WeekChart.canWrite(KAZAKH_LETTERS)) {
				return true;
			}
			logger.warn("The weekly overview goes out without its picture: no font here has the Kazakh letters. "
					+ "Install one, for example fonts-dejavu-core.");
		}
		// A server without any font makes Java's drawing fail as a whole, in ways that
		// differ.
		catch (InternalError | LinkageError | RuntimeException ex) {
			logger.warn("The weekly overview goes out without its picture: Java cannot draw text here. "
					+ "Install a font, for example fonts-dejavu-core.", ex);
		}
		return false;
	}

}
