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
  return request.segments ? buildSegmented(request, buildOne) : buildOne(request);
}

function buildOne(request: BuildRequest): Build {
  const kind = request.kind ?? 'points';
  if (kind === 'points') return fitPoints(prepare(request));
  const finer = { ...request, settings: { cells: BOOST_CELLS, ...request.settings } };
  return kind === 'trees' ? fitTrees(prepare(finer)) : fitAdditive(prepare(finer));
}
