import { basename, dirname } from 'node:path';
import ts from 'typescript';
import { isCode, isTest, type Tree } from './files.ts';

/** The largest sizes that pass. A data literal (no function inside) does not count as lines of its file. */
export const LIMITS = { function: 70, component: 120, file: 400, folder: 12 } as const;
const BANNED_NAMES = /^(utils?|helpers?|common|lib|misc|managers?)$/;
const DATA_FROM = 10;

/** What is over a limit, by a key that survives edits: `function kernel/src/x.ts#name` -> 85. */
export type Sizes = Readonly<Record<string, number>>;

export function oversized(tree: Tree): Sizes {
  const found: Record<string, number> = {};
  const folders = new Map<string, number>();
  for (const file of tree.files.filter(isCode)) {
    const { lines, functions } = measure(file, tree.read(file));
    if (lines > LIMITS.file) found[`file ${file}`] = lines;
    if (isTest(file)) continue;
    const limit = file.endsWith('.tsx') ? LIMITS.component : LIMITS.function;
    for (const [name, size] of functions) if (size > limit) found[`function ${file}#${name}`] = size;
    folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
  }
  for (const [folder, count] of folders) if (count > LIMITS.folder) found[`folder ${folder}`] = count;
  return found;
}

/** A folder or file name that tells nothing about what is inside. */
export function bannedName(part: string): boolean {
  const stem = part.replace(/\..*$/, '');
  return BANNED_NAMES.test(stem) || /-(utils?|helpers?)$/.test(stem);
}

export function bannedNames(tree: Tree): string[] {
  return tree.files
    .filter((f) => f.split('/').some(bannedName))
    .map((f) => `${f}: a name that says nothing (utils, helpers, common, lib, misc, manager); use the bank's word`);
}

/**
 * Compares with the accepted offenders of tools/ratchet.json. They may only shrink: larger is a fault, and a figure that is
 * better than the ratchet must be written down there (`npm run fix` does it), so that it cannot grow back.
 */
export function sizeFaults(found: Sizes, ratchet: Sizes): string[] {
  const grown = Object.entries(found)
    .filter(([key, size]) => size > (ratchet[key] ?? 0))
    .map(([key, size]) => `${key}: ${size} lines or files, ${ratchet[key] === undefined ? 'over the limit' : `was ${ratchet[key]}`}; split it`);
  const shrunk = Object.entries(ratchet)
    .filter(([key, was]) => (found[key] ?? 0) < was)
    .map(([key, was]) => `${key}: ratchet.json says ${was}, it is ${found[key] ?? 'within the limit'} now; run npm run fix`);
  return [...grown, ...shrunk];
}

/** The ratchet after a fix: figures go down or away, never up, and nothing is added. */
export function tighten(found: Sizes, ratchet: Sizes): Sizes {
  const kept = Object.entries(ratchet).flatMap(([key, was]) => (found[key] === undefined ? [] : [[key, Math.min(was, found[key])] as const]));
  return Object.fromEntries(kept.sort(([a], [b]) => a.localeCompare(b)));
}

function measure(file: string, text: string): { lines: number; functions: Map<string, number> } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const functions = new Map<string, number>();
  let data = 0;
  const span = (node: ts.Node): number =>
    source.getLineAndCharacterOfPosition(node.end).line - source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const visit = (node: ts.Node, inData: boolean): void => {
    if (ts.isFunctionLike(node)) functions.set(nameOf(node), Math.max(span(node), functions.get(nameOf(node)) ?? 0));
    const literal = ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);
    const isData = !inData && literal && span(node) >= DATA_FROM && !hasFunction(node);
    if (isData) data += span(node);
    ts.forEachChild(node, (child) => visit(child, inData || isData));
  };
  visit(source, false);
  return { lines: text.replace(/\n$/, '').split('\n').length - data, functions };
}

const hasFunction = (node: ts.Node): boolean => ts.isFunctionLike(node) || ts.forEachChild(node, (child) => hasFunction(child) || undefined) === true;

function nameOf(node: ts.Node): string {
  if (ts.isFunctionLike(node) && node.name) return node.name.getText();
  const parent = node.parent;
  if (parent && (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent))) return parent.name.getText();
  return parent && !ts.isSourceFile(parent) ? nameOf(parent) : basename(node.getSourceFile().fileName);
}
