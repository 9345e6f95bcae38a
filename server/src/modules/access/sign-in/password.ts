import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { newToken } from '#platform';

/** OWASP's first choice for argon2id: 19 MiB, two rounds, one lane. */
const COST = { algorithm: 2 satisfies Algorithm as Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);
let nobody: Promise<string> | undefined;
/** Whether the password fits. With no hash (no such login) the same work is done, so the time tells nothing. */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(newToken());
  const fits = await verify(stored ?? (await nobody), password);
  return fits && stored !== undefined;
}
