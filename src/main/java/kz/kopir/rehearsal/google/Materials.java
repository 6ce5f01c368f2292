package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.util.List;

/**
 * The materials of coursework and of course materials: links, Drive files, forms and
 * videos, told apart by their address.
 */
final class Materials {

	static final String FIELDS = "materials(driveFile(driveFile(id,title,alternateLink,thumbnailUrl),shareMode),"
			+ "youtubeVideo(id,title,alternateLink,thumbnailUrl),link(url,title,thumbnailUrl),"
			+ "form(formUrl,responseUrl,title,thumbnailUrl),gem,notebook)";

	private Materials() {
	}

	static void write(MaskedJson json, List<String> links) throws IOException {
		json.objects("materials", links, Materials::material);
	}

	private static void material(MaskedJson json, String address) throws IOException {
		if (address.contains("docs.google.com/forms/")) {
			json.object("form", (form) -> form.text("formUrl", address));
		}
		else if (address.contains("youtube.com/watch?v=")) {
			json.object("youtubeVideo", (video) -> {
				video.text("id", address.substring(address.indexOf("?v=") + 3));
				video.text("alternateLink", address);
			});
		}
		else if (address.contains("drive.google.com/")) {
			json.object("driveFile", (shared) -> {
				shared.object("driveFile", (file) -> {
					file.text("id", segmentAfter(address, "/d/"));
					file.text("alternateLink", address);
				});
				shared.text("shareMode", "VIEW");
			});
		}
		else {
			json.object("link", (link) -> link.text("url", address));
		}
	}

	private static String segmentAfter(String address, String marker) {
		int from = address.indexOf(marker);
		if (from < 0) {
			return "";
		}
		int to = address.indexOf('/', from + marker.length());
		return address.substring(from + marker.length(), (to < 0) ? address.length() : to);
	}

}
