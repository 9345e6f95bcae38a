/** A broken promise inside our own code: never expected, answered with 500 and logged. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/** States what must hold. Stays on in production: a wrong figure is worse than a stopped request. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Bug(message);
}

/** Unwraps a value that must be there. */
export function must<T>(value: T | null | undefined, message: string): T {
  if (value === undefined || value === null) throw new Bug(message);
  return value;
}
