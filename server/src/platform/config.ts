import { z } from 'zod';

/** Every setting the server reads from its environment, checked once at start. Names are the environment's own. */
const shape = z.object({
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().default('.data'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(7400),
  HOST: z.string().default('127.0.0.1'),
  /** Scheme and host under which browsers reach us: what Origin headers are compared with. Empty: same host as the request. */
  PUBLIC_ORIGIN: z.string().default(''),
  /** `wall`: the moment is the wall clock's. `bank`: the wall's time of day on the bank's business date (demo and tests). */
  BANK_CLOCK: z.enum(['wall', 'bank']).default('wall'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** 64 hex digits. The root of the key hierarchy; in production handed in by a secret store. Demo: a file in DATA_DIR. */
  ROOT_KEY: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits'),
  /** Base address of the outside world's interfaces: one port each from here (see docs/operators.md). */
  SIMULATORS_PORT: z.coerce.number().int().default(7410),
  /** JSON object source → base URL, for interfaces that are not at the simulators' ports. */
  OUTSIDE_URLS: z
    .string()
    .default('{}')
    .transform((text) => z.record(z.string(), z.url()).parse(JSON.parse(text))),
  CALLBACK_SECRET: z.string().min(16),
  CONNECTOR_TIMEOUT_MS: z.coerce.number().int().min(50).max(60_000).default(3_000),
  POOL_SIZE: z.coerce.number().int().min(2).max(100).default(12),
  /** How large a bank a first start lives through: a year with 300 customers, or four months with a few dozen (for tests and a quick look). */
  DEMO_BANK: z.enum(['full', 'small']).default('full'),
  SHOW_DEMO_HINTS: z.stringbool().default(false),
});
export type Config = z.infer<typeof shape>;

/** Reads and checks the environment; throws one error that names every wrong setting, without printing values. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = shape.safeParse(env);
  if (read.success) return read.data;
  const faults = read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  throw new Error(`Settings are not usable:\n  ${faults.join('\n  ')}`);
}
