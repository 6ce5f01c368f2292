package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.json.webtoken.JsonWebSignature;
import org.jspecify.annotations.Nullable;

/**
 * A service account of the rehearsal school's Google Cloud project. Its key pair is made
 * anew at each start and opens nothing but the stand-in.
 */
final class ServiceAccount {

	static final String EMAIL = "kopir-gateway@kopir-rehearsal.iam.gserviceaccount.com";

	/** The numeric id by which an administrator delegates; also its own user id. */
	static final String CLIENT_ID = "100000000000000000001";

	private static final String KEY_ID = "rehearsal";

	private final KeyPair keys;

	ServiceAccount() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			this.keys = generator.generateKeyPair();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JDK cannot make RSA keys", ex);
		}
	}

	/**
	 * The key file as Google's console hands it out.
	 * @param tokenUri the token endpoint to name in it
	 * @return JSON
	 */
	String keyJson(URI tokenUri) {
		Map<String, String> key = new LinkedHashMap<>();
		key.put("type", "service_account");
		key.put("project_id", "kopir-rehearsal");
		key.put("private_key_id", KEY_ID);
		key.put("private_key", "-----BEGIN PRIVATE KEY-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(this.keys.getPrivate().getEncoded())
				+ "\n-----END PRIVATE KEY-----\n");
		key.put("client_email", EMAIL);
		key.put("client_id", CLIENT_ID);
		key.put("auth_uri", "https://accounts.google.com/o/oauth2/auth");
		key.put("token_uri", tokenUri.toString());
		key.put("auth_provider_x509_cert_url", "https://www.googleapis.com/oauth2/v1/certs");
		key.put("universe_domain", "googleapis.com");
		try {
			return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(key);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The key file cannot be written as JSON", ex);
		}
	}

	/**
	 * Reads an assertion that this account signed.
	 * @param assertion a JSON web token
	 * @return it, or null when it is none or this account did not sign it with RS256
	 */
	@Nullable JsonWebSignature verified(String assertion) {
		try {
			JsonWebSignature token = JsonWebSignature.parse(GsonFactory.getDefaultInstance(), assertion);
			boolean rs256 = "RS256".equals(token.getHeader().getAlgorithm());
			return (rs256 && token.verifySignature(this.keys.getPublic())) ? token : null;
		}
		catch (IOException | GeneralSecurityException | IllegalArgumentException ex) {
			return null;
		}
	}

}
