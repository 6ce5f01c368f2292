package kz.kopir.rehearsal.gmail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;

/**
 * A message of MIME, taken apart.
 */
final class Mime {

	private static final Session SESSION = session();

	private final MimeMessage message;

	private Mime(MimeMessage message) {
		this.message = message;
	}

	/**
	 * Takes a message apart.
	 * @throws IllegalArgumentException when its headers cannot be read
	 */
	static Mime parse(byte[] eml) {
		try {
			return new Mime(new MimeMessage(SESSION, new ByteArrayInputStream(eml)));
		}
		catch (MessagingException ex) {
			throw new IllegalArgumentException("This is no message of MIME", ex);
		}
	}

	/** An empty message. */
	static MimeMessage blank() {
		return new MimeMessage(SESSION);
	}

	static byte[] bytes(MimeMessage message) throws MessagingException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			message.writeTo(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	MimeMessage message() {
		return this.message;
	}

	/** A header, decoded and in one line, or null when there is none. */
	@Nullable String header(String name) {
		try {
			String[] values = this.message.getHeader(name);
			return (values != null) ? decoded(values[0]) : null;
		}
		catch (MessagingException ex) {
			throw unreadable(ex);
		}
	}

	/** All headers in order, decoded and each in one line. */
	List<Map.Entry<String, String>> headers() {
		try {
			List<Map.Entry<String, String>> headers = new ArrayList<>();
			for (Header header : Collections.list(this.message.getAllHeaders())) {
				headers.add(Map.entry(header.getName(), decoded(header.getValue())));
			}
			return headers;
		}
		catch (MessagingException ex) {
			throw unreadable(ex);
		}
	}

	/** The type without parameters, in lower case. */
	String type() {
		try {
			return this.message.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
		}
		catch (MessagingException ex) {
			throw unreadable(ex);
		}
	}

	/**
	 * The text of the first part of a type that is no attachment, empty when there is
	 * none.
	 */
	String body(String type) {
		for (Part part : leaves()) {
			try {
				if (part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
					return String.valueOf(part.getContent());
				}
			}
			catch (MessagingException ex) {
				throw unreadable(ex);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("A part of a mail cannot be read", ex);
			}
		}
		return "";
	}

	/** The parts that HTML can show as {@code cid:}, by content id. */
	Map<String, Part> pictures() {
		Map<String, Part> pictures = new LinkedHashMap<>();
		for (Part part : leaves()) {
			try {
				String id = (part instanceof MimePart mime) ? mime.getContentID() : null;
				if (id != null && part.isMimeType("image/*")) {
					pictures.put(id.replaceAll("^<|>$", ""), part);
				}
			}
			catch (MessagingException ex) {
				throw unreadable(ex);
			}
		}
		return pictures;
	}

	private List<Part> leaves() {
		List<Part> leaves = new ArrayList<>();
		try {
			collect(this.message, leaves);
		}
		catch (MessagingException ex) {
			throw unreadable(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A part of a mail cannot be read", ex);
		}
		return leaves;
	}

	private static void collect(Part part, List<Part> leaves) throws MessagingException, IOException {
		if (part.getContent() instanceof Multipart many) {
			for (int i = 0; i < many.getCount(); i++) {
				BodyPart inner = many.getBodyPart(i);
				collect(inner, leaves);
			}
		}
		else {
			leaves.add(part);
		}
	}

	private static String decoded(String value) {
		try {
			return MimeUtility.decodeText(MimeUtility.unfold(value));
		}
		catch (UnsupportedEncodingException ex) {
			// as Gmail does with what it cannot decode
			return value;
		}
	}

	private static IllegalArgumentException unreadable(MessagingException ex) {
		return new IllegalArgumentException("A mail cannot be read", ex);
	}

	private static Session session() {
		Properties properties = new Properties();
		// headers in plain UTF-8 are wrong but common
		properties.setProperty("mail.mime.allowutf8", "true");
		return Session.getInstance(properties);
	}

}
