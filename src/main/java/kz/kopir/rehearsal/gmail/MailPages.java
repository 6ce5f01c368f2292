package kz.kopir.rehearsal.gmail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The mails for a person to read: {@code /} lists them by recipient,
 * {@code /mails/<number>} shows one, {@code /mails/<number>.eml} is the message as it
 * went out. The pages hold no script, load nothing from elsewhere, and show the HTML of a
 * mail in a sandbox.
 */
final class MailPages {

	private static final String MAILS = "/mails/";

	private static final String EML = ".eml";

	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT)
		.withZone(ZoneId.of("Asia/Almaty"));

	private final Mailboxes mailboxes;

	private final SpringTemplateEngine templates = templates();

	/** A mail in a list, as the template shows it. */
	record Line(int number, String time, String kind, String subject) {
	}

	/** What one address got, the newest first. */
	record Recipient(String address, List<Line> lines) {
	}

	MailPages(Mailboxes mailboxes) {
		this.mailboxes = mailboxes;
	}

	/** A page, or null when the path is none of them. */
	@Nullable Answer handle(Call call) {
		if (!call.method().equals("GET")) {
			return null;
		}
		if (call.path().equals("/")) {
			return html("mails", index());
		}
		if (!call.path().startsWith(MAILS)) {
			return null;
		}
		boolean raw = call.path().endsWith(EML);
		String number = call.path().substring(MAILS.length(), call.path().length() - (raw ? EML.length() : 0));
		Mail mail = number.matches("[0-9]{1,9}") ? this.mailboxes.find(Integer.parseInt(number)) : null;
		if (mail == null) {
			return Answer.text(404, "There is no such mail in this rehearsal. All of them are listed at /.");
		}
		return raw ? new Answer(200, "message/rfc822", mail.eml(), Map.of()) : html("mail", shown(mail));
	}

	private Map<String, Object> index() {
		Map<String, List<Line>> byRecipient = new TreeMap<>();
		List<Mail> mails = this.mailboxes.all();
		for (Mail mail : mails) {
			Line line = new Line(mail.number(), TIME.format(mail.at()), mail.kind(), mail.subject());
			mail.recipients()
				.stream()
				.distinct()
				.forEach((address) -> byRecipient.computeIfAbsent(address, (any) -> new ArrayList<>()).add(0, line));
		}
		List<Recipient> recipients = byRecipient.entrySet()
			.stream()
			.map((entry) -> new Recipient(entry.getKey(), entry.getValue()))
			.toList();
		return Map.of("recipients", recipients, "total", mails.size());
	}

	private static Map<String, Object> shown(Mail mail) {
		Mime mime = Mime.parse(mail.eml());
		return Map.of("number", mail.number(), "subject", mail.subject(), "time", TIME.format(mail.at()), "kind",
				mail.kind(), "from", String.valueOf(mime.header("From")), "to", String.join(", ", mail.recipients()),
				"labels", String.join(", ", mail.labels()), "html", withPictures(mime), "text", mail.text(), "headers",
				mime.headers());
	}

	/**
	 * The HTML with its pictures inside, as a sandbox reaches no other part of a mail.
	 */
	private static String withPictures(Mime mime) {
		String html = mime.body("text/html");
		for (Map.Entry<String, Part> picture : mime.pictures().entrySet()) {
			try (InputStream content = picture.getValue().getInputStream()) {
				String type = picture.getValue().getContentType().split(";", 2)[0].strip();
				html = html.replace("cid:" + picture.getKey(),
						"data:" + type + ";base64," + Base64.getEncoder().encodeToString(content.readAllBytes()));
			}
			catch (MessagingException ex) {
				throw new IllegalArgumentException("A picture of a mail cannot be read", ex);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("A picture of a mail cannot be read", ex);
			}
		}
		return html;
	}

	private Answer html(String template, Map<String, Object> values) {
		return Answer
			.of(200, "text/html; charset=utf-8", this.templates.process(template, new Context(Locale.ENGLISH, values)))
			.with("Content-Security-Policy", POLICY)
			.with("X-Content-Type-Options", "nosniff");
	}

	private static SpringTemplateEngine templates() {
		ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(MailPages.class.getClassLoader());
		files.setPrefix("rehearsal/gmail/");
		files.setSuffix(".html");
		files.setTemplateMode(TemplateMode.HTML);
		files.setCharacterEncoding(StandardCharsets.UTF_8.name());
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(files);
		return engine;
	}

}
