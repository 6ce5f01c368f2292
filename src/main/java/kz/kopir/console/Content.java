package kz.kopir.console;

import kz.kopir.access.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Names and marks: who may see them, and that somebody did.
 */
@Component
class Content {

	private static final Logger logger = LoggerFactory.getLogger(Content.class);

	private static final String MAY_SEE = "ROLE_" + Role.DATA_VIEWER;

	private final ObjectProvider<ContentWatch> watches;

	Content(ObjectProvider<ContentWatch> watches) {
		this.watches = watches;
	}

	boolean maySee(Authentication user) {
		return user.getAuthorities().stream().anyMatch((authority) -> MAY_SEE.equals(authority.getAuthority()));
	}

	/** Notes that somebody was shown names or marks. */
	void seen(Authentication user, String kind, String id) {
		logger.info("code=CONTENT_SEEN by={} kind={} id={}", user.getName(), kind, id);
		this.watches.orderedStream().forEach((watch) -> watch.seen(user.getName(), kind, id));
	}

}
