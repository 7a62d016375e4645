export const JAVA = { JAVA_OPTS: '-XX:MaxRAMPercentage=75.0 -Djava.security.egd=file:/dev/urandom' };
export const LIVENESS = '/actuator/health/liveness';
