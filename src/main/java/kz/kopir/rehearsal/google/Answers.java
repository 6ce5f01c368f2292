package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.util.List;

import kz.kopir.rehearsal.google.MaskedJson.Content;
import kz.kopir.rehearsal.google.MaskedJson.Element;
import kz.kopir.rehearsal.google.Pages.Page;

/**
 * Makes the bodies of answers: one resource, or one page of a list, through the caller's
 * mask, with or without fields from the future.
 */
final class Answers {

	private final Pages pages;

	private final int pageSize;

	private final boolean unknownFields;

	Answers(ClassroomSettings settings) {
		this.pages = new Pages(settings.pageQuirks());
		this.pageSize = settings.pageSize();
		this.unknownFields = settings.unknownFields();
	}

	byte[] one(Query query, Resource resource, Content content) throws IOException {
		FieldMask mask = query.mask();
		resource.one().require(mask);
		return MaskedJson.write(mask, query.pretty(), (json) -> {
			content.write(json);
			future(json);
		});
	}

	<T> byte[] list(Query query, Resource resource, List<T> all, Element<T> element) throws IOException {
		return list(query, resource, all, this.pageSize, element);
	}

	<T> byte[] roster(Query query, Resource resource, List<T> all, Element<T> element) throws IOException {
		return list(query, resource, all, Pages.ROSTER_PAGE, element);
	}

	private <T> byte[] list(Query query, Resource resource, List<T> all, int cap, Element<T> element)
			throws IOException {
		FieldMask mask = query.mask();
		resource.list().require(mask);
		Page<T> page = this.pages.cut(all, query, cap);
		return MaskedJson.write(mask, query.pretty(), (json) -> {
			json.<T>objects(resource.key(), page.items(), (inner, item) -> {
				element.write(inner, item);
				future(inner);
			});
			json.text("nextPageToken", page.next());
		});
	}

	private void future(MaskedJson json) throws IOException {
		if (this.unknownFields) {
			json.text("fieldOfTomorrow", "x");
			json.object("objectOfTomorrow", (inner) -> inner.flag("yes", true));
		}
	}

}
