package kz.kopir.mail;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Key files of service accounts that open nothing.
 */
final class GmailKeys {

	private GmailKeys() {
	}

	static String json(String tokenUri) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			String key = Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
			return """
					{"type":"service_account","project_id":"p","private_key_id":"k","client_id":"1",
					"private_key":"-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n",
					"client_email":"kopir@p.iam.gserviceaccount.com","token_uri":"%s"}""".formatted(key, tokenUri);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new AssertionError(ex);
		}
	}

}
