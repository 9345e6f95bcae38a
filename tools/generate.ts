// `npm run generate`: writes the files that are made from others. They are committed, and the check proves them fresh (`--check` lists stale ones).
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RefusalEntry } from '@tallystick/kernel';
import openapiTS, { astToString } from 'openapi-typescript';

const root = join(import.meta.dirname, '..');
/** `needs` is a source without which there is nothing to make. */
type Generator = { readonly path: string; readonly needs?: string; make(at: string): Promise<string> | string };

const MOUNTS = 'server/src/apps/mounts.ts';

const generators: readonly Generator[] = [
  { path: 'WHERE.md', make: (at) => whereIs(readWords(at)) },
  { path: 'docs/refusals.md', make: async (at) => refusalTable(await readRefusals(at)) },
  { path: 'docs/openapi.json', needs: MOUNTS, make: async (at) => `${JSON.stringify(await openApi(at), null, 2)}\n` },
  { path: 'ui/src/client/schema.ts', needs: MOUNTS, make: clientTypes },
  { path: 'ui/src/client/codes.ts', needs: MOUNTS, make: async (at) => codeLists((await openApi(at)) as ApiDocument) },
];

/** Makes every generated file; answers the paths whose committed text differs. */
export async function generate(options: { write: boolean; at?: string }): Promise<string[]> {
  const at = options.at ?? root;
  const stale: string[] = [];
  for (const { path, needs, make } of generators) {
    if (needs && !existsSync(join(at, needs))) continue;
    const file = join(at, path);
    const text = await make(at);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    stale.push(path);
    if (!options.write) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return stale;
}

export type Word = { readonly zh: string; readonly en: string; readonly folder: string };

/** The words of each README: see `wordsIn`. */
export function readWords(at: string): Word[] {
  const readmes = globSync(['server/src/modules/*/README.md', 'engines/src/*/README.md', '{kernel,simulators,console,portal,ui}/README.md'], {
    cwd: at,
  });
  return readmes.sort().flatMap((readme) => wordsIn(readFileSync(join(at, readme), 'utf8')).map((word) => ({ ...word, folder: dirname(readme) })));
}

/** Pairs of a paragraph `Words: 借据 loan note; 罚息 penalty interest`, or of a section `## Words` with a table or a list, Chinese first. */
function wordsIn(readme: string): Omit<Word, 'folder'>[] {
  const paragraph = /^\**Words:?\**:?[ \t]+(\S(?:.|\n(?!\n))*)/m.exec(readme)?.[1];
  if (paragraph !== undefined) return pairs(paragraph.replaceAll('\n', ' ').split(/[;；]/));
  const section = /^#+ Words.*\n((?:(?!^#).*\n?)*)/m.exec(readme)?.[1] ?? '';
  const table = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  const cells = table.map((row) => row.split('|').map((cell) => cell.trim()));
  const list = section.split('\n').filter((line) => /^[-*] /.test(line));
  return [...cells.map(([, zh = '', en = '']) => ({ zh, en })), ...pairs(list.map((line) => line.slice(2)))];
}

const pairs = (words: readonly string[]): Omit<Word, 'folder'>[] =>
  words
    .map((word) => word.trim().replace(/[.。]$/, ''))
    .filter((word) => word !== '')
    .map(halves);

/** Splits `授权 authority` at the first Latin word that follows the Chinese part; either half may be empty. */
function halves(word: string): { zh: string; en: string } {
  const at = /^((?:[A-Za-z0-9]+\s*)?[^\x20-\x7e][^\s]*)(?:\s+(.*))?$/.exec(word);
  return at ? { zh: at[1] ?? '', en: at[2] ?? '' } : { zh: '', en: word };
}

function whereIs(words: readonly Word[]): string {
  const rows = words
    .toSorted((a, b) => (a.en || a.zh).localeCompare(b.en || b.zh, 'en') || a.folder.localeCompare(b.folder, 'en'))
    .map((w) => `| ${w.en} | ${w.zh} | [${w.folder}](${w.folder}) |`);
  return `${[
    '# Where is it? 在哪里？',
    '',
    'The words of the bank and the folder that owns them. Made by `npm run generate` from the "Words" line of each README.',
    '',
    '| word | 词 | folder |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}

/** Every refusal of every catalogue, by code. A code with two different entries is a bug. */
export async function readRefusals(at: string): Promise<Map<string, RefusalEntry>> {
  const found = new Map<string, RefusalEntry>();
  for (const file of globSync('{engines,server}/src/**/refusals.ts', { cwd: at }).sort()) {
    for (const [code, entry] of Object.values(await load(at, file)).flatMap(entriesOf)) {
      const before = found.get(code);
      if (before && (before.status !== entry.status || before.en !== entry.en || before.zh !== entry.zh))
        throw new Error(`${file}: ${code} is told twice`);
      found.set(code, entry);
    }
  }
  return found;
}

type Mounts = Parameters<typeof import('../server/src/http/index.ts').catalogueOf>[0];

const load = (at: string, file: string): Promise<Record<string, unknown>> => import(pathToFileURL(join(at, file)).href);

/** The API document of all mounted modules. Loaded when asked for: it brings the whole server along. */
async function openApi(at: string): Promise<Record<string, unknown>> {
  const { catalogueOf, openApiDocument } = await import('../server/src/http/index.ts');
  const mounts = (await load(at, MOUNTS))['MOUNTS'] as Mounts;
  return openApiDocument({ mounts }, catalogueOf(mounts));
}

/** The document as types: what the client in ui speaks. */
async function clientTypes(at: string): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(await openApi(at)));
  return `// Made from the API document by \`npm run generate\`.\n${astToString(nodes)}`;
}

type Listed = { readonly enum?: readonly string[]; readonly properties?: Readonly<Record<string, Listed>> };
type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly schema: Listed }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Listed } } };
};
type ApiDocument = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** Lists of codes that screens offer to choose from: where the API says which there are. */
const CODES: Readonly<Record<string, readonly [path: string, method: 'get' | 'post', field: string]>> = {
  ALERT_MEASURES: ['/customers/{customerId}/alerts/{alertId}/measures', 'post', 'kind'],
  ALERT_OUTCOMES: ['/customers/{customerId}/alerts/{alertId}/close', 'post', 'outcome'],
  ALERT_SEVERITIES: ['/alerts', 'get', 'severity'],
  ALERT_STATES: ['/alerts', 'get', 'state'],
  APPLICATION_STATES: ['/applications', 'get', 'state'],
  ARREARS: ['/customers/{customerId}/loans/{loanId}/plan-change', 'get', 'arrears'],
  AUDIT_OUTCOMES: ['/audit/trail', 'get', 'outcome'],
  AUTHORITY_LEVELS: ['/authority-matrix/lent', 'post', 'level'],
  CALL_PURPOSES: ['/connectors/calls', 'get', 'purpose'],
  CONTRACT_STATES: ['/contracts', 'get', 'state'],
  CREDIT_LINE_STATES: ['/credit-lines', 'get', 'state'],
  CUSTOMER_KINDS: ['/customers', 'get', 'kind'],
  CUSTOMER_STATES: ['/customers', 'get', 'state'],
  GRADES: ['/customers/{customerId}/reviews/{reviewId}/grade-override', 'post', 'grade'],
  GUARANTEES: ['/customers/{customerId}/reviews/{reviewId}/opinion', 'post', 'guarantee'],
  LEAD_STATES: ['/leads', 'get', 'state'],
  LISTING_STATES: ['/blacklist', 'get', 'state'],
  LOAN_STATES: ['/loans', 'get', 'status'],
  LOCK_REASONS: ['/customers/{customerId}/lock', 'post', 'reasonCode'],
  PAYOUT_STATES: ['/payouts', 'get', 'state'],
  PLAN_CHANGES: ['/customers/{customerId}/loans/{loanId}/plan-change', 'get', 'kind'],
  PORTFOLIO_CUTS: ['/reports/portfolio', 'get', 'by'],
  PREPAYMENT_MODES: ['/customers/{customerId}/loans/{loanId}/prepayment', 'get', 'mode'],
  REPAYMENT_INTENTS: ['/customers/{customerId}/loans/{loanId}/repayments', 'post', 'intent'],
  REQUEST_STATES: ['/requests', 'get', 'state'],
  SOURCES: ['/connectors/calls', 'get', 'source'],
  STAFF_ROLES: ['/staff', 'get', 'role'],
};
const WIDTH = 150;

/** The codes as values, in the order of the server: a screen need not repeat them. */
function codeLists(document: ApiDocument): string {
  const lists = Object.entries(CODES).map(([name, [path, method, field]]) => {
    const operation = document.paths[path]?.[method];
    const said =
      operation?.parameters?.find((p) => p.name === field)?.schema ?? operation?.requestBody?.content['application/json'].schema.properties?.[field];
    if (said?.enum === undefined) throw new Error(`${method} ${path} has no list of codes for ${field}`);
    const codes = said.enum.map((code) => `'${code}'`);
    const line = `export const ${name} = [${codes.join(', ')}] as const;`;
    return line.length <= WIDTH ? line : `export const ${name} = [\n${codes.map((code) => `  ${code},\n`).join('')}] as const;`;
  });
  return `// Made from the API document by \`npm run generate\`.\n${lists.join('\n')}\n`;
}

const isEntry = (value: unknown): value is RefusalEntry =>
  typeof value === 'object' && value !== null && 'status' in value && 'zh' in value && 'en' in value;
const entriesOf = (value: unknown): [string, RefusalEntry][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value as Record<string, unknown>).filter((pair): pair is [string, RefusalEntry] => isEntry(pair[1]))
    : [];

function refusalTable(refusals: ReadonlyMap<string, RefusalEntry>): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const rows = [...refusals]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, r]) => `| \`${code}\` | ${r.status} | ${cell(r.zh)} | ${cell(r.en)} |`);
  return `${[
    '# Refusals 拒绝代码',
    '',
    'Every expected "no" of the API: its code, HTTP status and what to do. `{name}` is filled from the facts of the case. Made by `npm run generate`.',
    '',
    '| code | status | 中文 | English |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}

if (import.meta.main) {
  const write = !process.argv.includes('--check');
  const stale = await generate({ write });
  for (const path of stale) console.log(`${write ? 'written' : 'stale'}: ${path}`);
  console.log(`${generators.length} generated files, ${stale.length} ${write ? 'written' : 'stale'}`);
  if (!write && stale.length > 0) process.exitCode = 1;
}
