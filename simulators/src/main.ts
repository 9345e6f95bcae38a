import { PortBusy, startSimulators } from './server.ts';

/** A whole number from the environment; a wrong one stops the start with a plain sentence. */
function numberFrom(name: string, otherwise: number, most: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  console.error(`${name} must be a whole number from 0 to ${most}, not "${text}".`);
  process.exit(1);
}
/** A named setting only when it is there: an empty variable counts as none. */
const setting = <K extends string>(key: K, name: string): { [P in K]?: string } =>
  process.env[name] ? ({ [key]: process.env[name] } as { [P in K]: string }) : {};

try {
  const simulators = await startSimulators({
    basePort: numberFrom('SIMULATORS_PORT', 7410, 65_000),
    latencyMs: numberFrom('SIMULATORS_LATENCY_MS', 20, 60_000),
    stateDir: process.env.SIMULATORS_STATE || '.data/simulators',
    ...setting('seed', 'SIMULATORS_SEED'),
    ...setting('shopsFile', 'SHOPS_FILE'),
    ...setting('dealsFile', 'DEALS_FILE'),
    ...setting('callbackUrl', 'CALLBACK_URL'),
    ...setting('callbackSecret', 'CALLBACK_SECRET'),
  });
  console.log(`The world outside is ready: ${simulators.urls.control} (messages and controls), sources on the nine ports after it.`);
  const leave = () => void simulators.stop().then(() => process.exit(0));
  process.once('SIGTERM', leave);
  process.once('SIGINT', leave);
  process.once('disconnect', leave); // Whoever started us is gone.
  process.send?.('ready');
} catch (error) {
  console.error(error instanceof PortBusy ? error.message : error);
  process.exit(1);
}
