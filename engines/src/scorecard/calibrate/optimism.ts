import { Refusal } from '@tallystick/kernel';
import { scoreTable } from '../card/batch.ts';
import type { Build } from '../card/types.ts';
import type { BuildRequest } from '../settings.ts';
import { takeRows } from '../table/table.ts';
import { contentHash } from '../validate/folds.ts';
import { slopeOf } from './pd-curve.ts';
import { scoreLevels } from './score-levels.ts';

/** Few rows are parted into more folds: halves of them would be too unlike the whole. */
const FEW = 10_000;
const SMALL_FOLDS = 5;
/** Beyond this many rows a card knows them no better than others: nothing to measure. */
const MANY = 100_000;
const LEAST_OUTCOMES = 50;
const LEAST_SHRINK = 0.3;

/**
 * How far the points are to be drawn together so that they are as sure of unseen rows as they are of those they were fitted on. Cards are built without
 * each fold and the slope of their log-odds on the fold is set against the slope on their own rows; what is lost grows as rows get fewer, so a card of
 * all rows loses (folds − 1) / folds of it. 1: nothing is lost. Depends on the content of the rows only, not on their order.
 */
export function shrinkOf(request: BuildRequest, build: (part: BuildRequest) => Build): number {
  const { table, bad } = request;
  const bads = bad.reduce((sum, b) => sum + b, 0);
  if (table.rows > MANY || Math.min(bads, table.rows - bads) < LEAST_OUTCOMES) return 1;
  try {
    const kept = slopeKept(request, build, table.rows < FEW ? SMALL_FOLDS : 2);
    return Math.round(1e4 * Math.min(1, Math.max(LEAST_SHRINK, kept))) / 1e4;
  } catch (problem) {
    // A part that shows nothing: then nothing is measured.
    if (problem instanceof Refusal) return 1;
    throw problem;
  }
}

function slopeKept(request: BuildRequest, build: (part: BuildRequest) => Build, folds: number): number {
  const foldOf = dealt(request, folds);
  let lost = 0;
  for (let fold = 0; fold < folds; fold += 1) {
    const [rest, own] = [partOf(request, (i) => foldOf[i] !== fold), partOf(request, (i) => foldOf[i] === fold)];
    const { card, points } = build(rest);
    const seen = slopeOf(card, scoreLevels(points, rest.bad, rest.weights));
    lost += (1 - slopeOf(card, scoreLevels(scoreTable(card, own.table), own.bad, own.weights)) / seen) / folds;
  }
  return 1 - (lost * (folds - 1)) / folds;
}

/**
 * Deals the bads and then the goods to the folds in turn, in the order of what stands in them. Alike rows are dealt apart: a card over few different rows
 * is to be asked what chance gives to the same rows, not what it makes of rows it has never met.
 */
function dealt({ table, bad, weights }: BuildRequest, folds: number): Uint8Array {
  const hash = contentHash(table);
  const order = Uint32Array.from(bad.keys()).sort((a, b) => bad[b]! - bad[a]! || hash[a]! - hash[b]! || (weights ? weights[a]! - weights[b]! : 0));
  const fold = new Uint8Array(bad.length);
  for (let k = 0; k < order.length; k += 1) fold[order[k]!] = k % folds;
  return fold;
}

function partOf(request: BuildRequest, inside: (row: number) => boolean): BuildRequest {
  const { table, bad, weights } = request;
  const rows = Uint32Array.from(Array.from(bad.keys()).filter(inside));
  const part = { ...request, table: takeRows(table, rows), bad: Uint8Array.from(rows, (i) => bad[i]!) };
  return weights ? { ...part, weights: Float64Array.from(rows, (i) => weights[i]!) } : part;
}
