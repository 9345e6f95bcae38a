// Adds up what the tests of each folder noticed, newest run of each, and says at which commit it was counted.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const FOLDERS = ['book', 'answers', 'terms', 'account', 'cases'];
/** Share of faults that must be noticed, in percent. */
export const WANTED = 85;

const reports = join(import.meta.dirname, '../../reports/mutation');
/** What the tester writes after a run. */
export const REPORT = join(reports, 'mutation.json');
const KEPT = join(reports, 'folders.json');

type Report = { readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>> };
type Count = { readonly killed: number; readonly timeouts: number; readonly missed: number; readonly commit: string };
type Kept = Readonly<Record<string, Count>>;

const git = (...args: readonly string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
/** The commit that was looked at; with a plus where the engine differs from it. */
export const commit = (): string => `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', 'engines') === '' ? '' : '+'}`;

function countOf(report: Report, folder: string, at: string): Count {
  const mutants = Object.entries(report.files).flatMap(([file, { mutants: own }]) => (file.includes(`/loan-engine/${folder}/`) ? own : []));
  const with_ = (...statuses: readonly string[]): number => mutants.filter(({ status }) => statuses.includes(status)).length;
  return { killed: with_('Killed'), timeouts: with_('Timeout'), missed: with_('Survived', 'NoCoverage'), commit: at };
}

const kept = (): Kept => (existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Kept) : {});

/** Keeps the figures of the folders that were just run. */
export function keep(folders: readonly string[], at: string): void {
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  writeFileSync(KEPT, JSON.stringify({ ...kept(), ...Object.fromEntries(folders.map((folder) => [folder, countOf(report, folder, at)])) }, null, 2));
}

/** One line of the table, and the share that was noticed. */
function line(name: string, counts: readonly Count[]): { readonly text: string; readonly share: number } {
  const total = (field: 'killed' | 'timeouts' | 'missed'): number => counts.reduce((sum, count) => sum + count[field], 0);
  const noticed = total('killed') + total('timeouts');
  const all = noticed + total('missed');
  const share = (100 * noticed) / all;
  const commits = [...new Set(counts.map((count) => count.commit))].join(', ');
  const cells = [name, `${share.toFixed(1)} %`, all, total('killed'), total('missed'), total('timeouts'), commits];
  return { text: `| ${cells.join(' | ')} |`, share };
}

/** The table of all folders run so far; `whole` is the share of the whole engine, undefined while a folder is missing. */
export function summary(): { readonly table: string; readonly whole: number | undefined } {
  const counts = kept();
  const rows = FOLDERS.flatMap((folder) => (counts[folder] === undefined ? [] : [line(folder, [counts[folder]]).text]));
  const head = [
    '| folder | noticed | faults | killed | survived or not reached | timeouts | commit |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  if (rows.length < FOLDERS.length) return { table: [...head, ...rows].join('\n'), whole: undefined };
  const whole = line(
    'whole engine',
    FOLDERS.flatMap((folder) => counts[folder] ?? []),
  );
  return { table: [...head, ...rows, whole.text].join('\n'), whole: whole.share };
}
