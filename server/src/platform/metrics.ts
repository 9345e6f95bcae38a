import { Counter, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
/** Time of one command or query inside the process, by name and outcome (ok, refused, failed). */
export const commandSeconds = new Histogram({
  name: 'tally_command_seconds',
  help: 'Time of a command or query',
  labelNames: ['name', 'outcome'],
  registers: [registry],
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 3, 10],
});
export const jobRuns = new Counter({ name: 'tally_jobs_total', help: 'Jobs run', labelNames: ['name', 'outcome'], registers: [registry] });
export const retries = new Counter({
  name: 'tally_transaction_retries_total',
  help: 'Transactions run again after a deadlock',
  registers: [registry],
});
