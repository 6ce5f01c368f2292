package kz.kopir.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.digest.Letter;
import kz.kopir.digest.LetterKind;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes mails in the language of the person: subject, text and HTML. Whose language
 * nobody knows gets Kazakh with Russian below it. Subject and preheader tell kind, number
 * and nearest deadline, and nothing of the content, because they are shown on locked
 * telephones. Its templates are its own: those of the console have another engine.
 */
final class Composer {

	/**
	 * Mail programs fill what is left of the preview with the beginning of the mail; this
	 * keeps the content out of it. Blanks of no width between blanks that do not
	 * collapse.
	 */
	private static final String KEEP_OUT = "\u00a0\u200c".repeat(120);

	/** Colours of the head of a mail; white can be read on each of them. */
	private static final Map<LetterKind, String> BANDS = Map.of(LetterKind.DAILY, "#0b6b6b", LetterKind.URGENT,
			"#b3261e", LetterKind.ESCALATION, "#7a4a00", LetterKind.WEEKLY, "#2f4b7c");

	private final Map<String, MailTexts> languages = MailTexts.LANGUAGES.stream()
		.collect(Collectors.toMap((language) -> language, MailTexts::of));

	private final WeekPicture picture = new WeekPicture();

	private final TemplateEngine engine = engine();

	private TemplateEngine engine() {
		TemplateEngine engine = new TemplateEngine();
		engine.setDialect(new SpringStandardDialect());
		engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
		engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
		engine.setMessageResolver(new Labels(this.languages));
		return engine;
	}

	private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Composer.class.getClassLoader());
		resolver.setPrefix("kz/kopir/mail/");
		resolver.setResolvablePatterns(Set.of("*" + suffix));
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		return resolver;
	}

	/**
	 * Writes a mail.
	 * @param letter what it tells whom
	 * @param context what mails of the school say beside it
	 */
	Composed compose(Letter letter, MailContext context) {
		String language = letter.to().language();
		List<MailTexts> texts = ((language != null) ? List.of(language) : List.of("kk", "ru")).stream()
			.map(this.languages::get)
			.toList();
		List<Composed.Picture> pictures = (letter.kind() == LetterKind.WEEKLY)
				? texts.stream().flatMap((one) -> this.picture.draw(letter.weeks(), one).stream()).toList() : List.of();
		List<LetterView> views = texts.stream().map((one) -> new LetterView(letter, context, one)).toList();
		return new Composed(subject(views, texts, context), text(views, texts), html(letter, views, texts, pictures),
				pictures);
	}

	private static String subject(List<LetterView> views, List<MailTexts> texts, MailContext context) {
		String subject = texts.get(0).text("brand") + " · " + joined(views.stream().map(LetterView::heading).toList());
		return views.get(0)
			.nearest()
			.map((deadline) -> subject + ", " + joined(texts.stream().map((one) -> one.text("nearest")).toList()) + ": "
					+ texts.get(0).shortMoment(deadline, context.zone()))
			.orElse(subject);
	}

	private static String joined(List<String> parts) {
		return String.join(" / ", parts);
	}

	private String text(List<LetterView> views, List<MailTexts> texts) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < views.size(); i++) {
			Context context = context(i, views, texts);
			text.append((i == 0) ? "" : "\n\n" + "=".repeat(60) + "\n\n")
				.append(this.engine.process("letter.txt", context).strip());
		}
		return text.append('\n').toString();
	}

	private static Context context(int index, List<LetterView> views, List<MailTexts> texts) {
		Context context = new Context(texts.get(index).locale());
		context.setVariable("letter", views.get(index));
		context.setVariable("below", (index + 1 < views.size()) ? views.get(index + 1) : null);
		return context;
	}

	private String html(Letter letter, List<LetterView> views, List<MailTexts> texts, List<Composed.Picture> pictures) {
		StringBuilder parts = new StringBuilder();
		for (int i = 0; i < views.size(); i++) {
			Context context = context(i, views, texts);
			context.setVariable("picture", pictures.isEmpty() ? null : pictures.get(i));
			parts.append(this.engine.process("letter.html", context));
		}
		Context frame = new Context(texts.get(0).locale());
		frame.setVariable("band", BANDS.get(letter.kind()));
		frame.setVariable("first", views.get(0));
		frame.setVariable("preheader", joined(views.stream().map(LetterView::preheader).toList()) + KEEP_OUT);
		frame.setVariable("parts", parts.toString());
		return this.engine.process("frame.html", frame);
	}

	/** The labels of the templates. */
	private static final class Labels extends AbstractMessageResolver {

		private final Map<String, MailTexts> languages;

		private Labels(Map<String, MailTexts> languages) {
			this.languages = languages;
		}

		@Override
		public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
			MailTexts texts = this.languages.get(context.getLocale().getLanguage());
			return Optional.ofNullable(texts)
				.orElseThrow(() -> new IllegalStateException("Mails are not written in " + context.getLocale()))
				.text(key, (parameters == null) ? new Object[0] : parameters);
		}

		@Override
		public String createAbsentMessageRepresentation(ITemplateContext context, Class<?> origin, String key,
				Object[] parameters) {
			throw new IllegalStateException("No text for " + key);
		}

	}

}
