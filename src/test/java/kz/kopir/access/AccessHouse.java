package kz.kopir.access;

import org.springframework.context.annotation.Import;

/**
 * All that this package brings to a gateway, for tests that start a part of one.
 */
@Import({ SecurityConfiguration.class, UserConfiguration.class, TlsConfiguration.class, LoginController.class })
public class AccessHouse {

}
