/**
 * Ports that clients take where an address names none, by the name of the port that is served there.
 * @see https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml read 2026-11-29
 */
export const CLIENT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };
