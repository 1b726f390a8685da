<?php
/*
 * A blog that is told by its environment: WORDPRESS_DB_HOST, WORDPRESS_DB_USER, WORDPRESS_DB_PASSWORD,
 * WORDPRESS_DB_NAME, WORDPRESS_TABLE_PREFIX, WORDPRESS_AUTH_KEY and its like, WORDPRESS_DEBUG,
 * WORDPRESS_CONFIG_EXTRA (lines of PHP), each also as a file (NAME_FILE).
 */
function kompox_setting(string $name, string $otherwise): string
{
    $file = getenv($name . '_FILE');
    if ($file !== false && $file !== '') {
        return rtrim(file_get_contents($file), "\r\n");
    }
    $value = getenv($name);
    return $value === false || $value === '' ? $otherwise : $value;
}

define('DB_HOST', kompox_setting('WORDPRESS_DB_HOST', 'mysql'));
define('DB_USER', kompox_setting('WORDPRESS_DB_USER', 'wordpress'));
define('DB_PASSWORD', kompox_setting('WORDPRESS_DB_PASSWORD', 'wordpress'));
define('DB_NAME', kompox_setting('WORDPRESS_DB_NAME', 'wordpress'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = kompox_setting('WORDPRESS_TABLE_PREFIX', 'wp_');

foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $use) {
    define($use . '_KEY', kompox_setting("WORDPRESS_{$use}_KEY", '@secret@' . $use));
    define($use . '_SALT', kompox_setting("WORDPRESS_{$use}_SALT", $use . '@secret@'));
}

define('WP_DEBUG', kompox_setting('WORDPRESS_DEBUG', '') !== '');
eval(kompox_setting('WORDPRESS_CONFIG_EXTRA', ''));

defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
