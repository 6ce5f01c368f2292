package kz.kopir.manage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import kz.kopir.access.OidcStandIn;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the tests of a class against the one management endpoint of this JVM. It believes
 * 127.0.0.1 to be a proxy, so that a test can ask from any address; one that gives wrong
 * passwords must, and for a user that no other test needs.
 * <p>
 * Passwords are {@code right-password}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ManagementHouse.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.profiles.active=real", "kopir.manage.tls=proxy",
				"hash=$2a$04$FPydMwu00tMJzIYxVCZkEuDOclz26IZjLe5ApT8cyX5VauyTT4LJG",
				"kopir.manage.users.kopir.password-hash=${hash}",
				"kopir.manage.users.kopir.roles=viewer,operator,approver,data-viewer",
				"kopir.manage.users.viewer.password-hash=${hash}", "kopir.manage.users.viewer.roles=viewer",
				"kopir.manage.users.careless.password-hash=${hash}", "kopir.manage.users.careless.roles=viewer",
				"kopir.manage.users.careless.language=ru", "kopir.manage.users.attacked.password-hash=${hash}",
				"kopir.manage.users.attacked.roles=viewer", "kopir.manage.users.deputy.email=Deputy@School.example",
				"kopir.manage.users.deputy.roles=viewer,approver" })
@ContextConfiguration(initializers = OidcStandIn.Settings.class)
public @interface OnManagementHouse {

}
