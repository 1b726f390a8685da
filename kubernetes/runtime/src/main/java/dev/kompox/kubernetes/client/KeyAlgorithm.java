package dev.kompox.kubernetes.client;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * Tell of which algorithm a client's key is. fabric8 takes a key in PKCS #8 for RSA unless told
 * otherwise; K3s, kubeadm's newer versions and others make elliptic ones.
 */
final class KeyAlgorithm {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final List<String> KNOWN = List.of("RSA", "EC", "EdDSA");

    private KeyAlgorithm() {}

    /** Set the algorithm of a configuration's key, where it has one that can be read. */
    static void tell(Config config) {
        String pem = pem(config);
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            return;
        }
        byte[] key = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
        for (String algorithm : KNOWN) {
            try {
                KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
                config.setClientKeyAlgo(algorithm);
                return;
            } catch (GeneralSecurityException e) {
                // of another one
            }
        }
    }

    private static String pem(Config config) {
        try {
            if (config.getClientKeyData() != null) {
                byte[] text = Base64.getMimeDecoder().decode(config.getClientKeyData());
                return new String(text, StandardCharsets.US_ASCII);
            }
            return config.getClientKeyFile() == null
                    ? ""
                    : Files.readString(Path.of(config.getClientKeyFile()));
        } catch (IOException | IllegalArgumentException e) {
            return ""; // whoever uses it will say so
        }
    }
}
