/** The part of pino we use: fields first, then the sentence. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Says each thing once per process; odd words of a feed come back with every read. */
export function createLogOnce(log: Log): (key: string, fields: object, message: string) => void {
  const said = new Set<string>();
  return (key, fields, message) => {
    if (said.has(key)) return;
    said.add(key);
    log.warn(fields, message);
  };
}
