import { readdirSync, readFileSync } from 'node:fs';

export type Process = { readonly pid: number; readonly command: string };
/** The processes of a bank, by what their command says. */
export const PARTS = {
  API: 'server/src/apps/api.ts',
  worker: 'server/src/apps/worker.ts',
  simulators: 'simulators/src/main.ts',
  PostgreSQL: 'bin/postgres -D',
  supervisor: 'server/src/apps/start.ts',
} as const;
export type Part = keyof typeof PARTS;

const readOf = (pid: string, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return ''; // It ended meanwhile.
  }
};
/** Every process that works on the data in `dataDir`: those that were told so, and the database's first process. */
export const processesOf = (dataDir: string): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: readOf(name, 'cmdline').replaceAll('\0', ' ') }))
    .filter((p) => Object.values(PARTS).some((part) => p.command.includes(part)))
    .filter((p) => p.command.includes(dataDir) || readOf(String(p.pid), 'environ').split('\0').includes(`DATA_DIR=${dataDir}`));
/** The number of a part's process; the programs that npm puts before the supervisor are none. */
export const pidOf = (dataDir: string, part: Part): number | undefined =>
  processesOf(dataDir).find((p) => p.command.includes(PARTS[part]) && !/run\.mjs|sh -c/.test(p.command))?.pid;
