import { type Logger as Pino, pino } from 'pino';

/** Structured log. Ids, codes and counts only: never a name, number or text that a person typed. */
export type Logger = Pick<Pino, 'info' | 'warn' | 'error' | 'debug'>;

export const openLog = (level: string, process: string): Logger =>
  pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.mobile', '*.idNo', '*.name', '*.password', '*.code', '*.token'], remove: true },
  });

/** What may be told of an unexpected error in the log: its kind, message and stack, without the values of a statement. */
export const errorFacts = (error: unknown): { kind: string; message: string; stack?: string } => {
  if (!(error instanceof Error)) return { kind: typeof error, message: 'not an Error' };
  return {
    kind: error.name,
    message: error.message.slice(0, 500),
    ...(error.stack === undefined ? {} : { stack: error.stack.split('\n').slice(1, 8).join('\n') }),
  };
};
