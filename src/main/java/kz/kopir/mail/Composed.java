package kz.kopir.mail;

import java.util.List;

/**
 * A mail as it is read: before it becomes MIME.
 *
 * @param subject subject, without names of pupils and without marks
 * @param text its text for readers without HTML
 * @param html the same as HTML
 * @param pictures pictures that stand in the HTML as {@code cid:<name>}
 */
record Composed(String subject, String text, String html, List<Picture> pictures) {

	Composed {
		pictures = List.copyOf(pictures);
	}

	/**
	 * A picture inside the mail.
	 *
	 * @param name its content id
	 * @param png its bytes
	 * @param description what it shows, for those who do not see it
	 */
	record Picture(String name, byte[] png, String description) {
	}

}
