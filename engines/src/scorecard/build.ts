import { shrinkOf } from './calibrate/optimism.ts';
import { calibrated } from './calibrate/pd-curve.ts';
import type { Build } from './card/types.ts';
import { fitAdditive } from './fit/additive.ts';
import { fitPoints } from './fit/points.ts';
import { prepare } from './fit/prepare.ts';
import { fitTrees } from './fit/trees.ts';
import { buildSegmented } from './segment/segmented.ts';
import type { BuildRequest } from './settings.ts';

/** Quantile cells for boosting: finer than for bins, because steps are taken one by one. */
const BOOST_CELLS = 200;

/**
 * From past loans to a card and the record of how it came about. Deterministic: the same rows in any order, the columns in any order or under other
 * names, give the same card (but for the names). Refuses scorecard.one_class, scorecard.nothing_left, scorecard.no_solution.
 */
export function buildCard(request: BuildRequest): Build {
  const fit = (part: BuildRequest): Build => fitOne(part);
  const build = request.segments ? buildSegmented(request, fit) : fitOne(request, request.settings?.calibrate === 0 ? 1 : shrinkOf(request, fit));
  return request.settings?.calibrate === 0 ? build : calibrated(build, request.bad, request.weights);
}

/** A card of one population, before its PDs are looked at. */
function fitOne(request: BuildRequest, shrink = 1): Build {
  const kind = request.kind ?? 'points';
  if (kind === 'points') return fitPoints(prepare(request), shrink);
  const finer = { ...request, settings: { cells: BOOST_CELLS, ...request.settings } };
  return kind === 'trees' ? fitTrees(prepare(finer), shrink) : fitAdditive(prepare(finer), shrink);
}
