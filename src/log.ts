/** Facts beside a log line: small, flat, and free of secrets and of what readers wrote. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Where parts report what happened; one sentence a line. pino's methods fit through a two-line adapter. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
