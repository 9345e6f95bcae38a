import { must } from '@tallystick/kernel';
import type { Grade } from '../rating/index.ts';
import { evaluateTable } from './evaluate.ts';
import type { DecisionTable } from './table.ts';

export type AuthorityCase = {
  /** Exposure of the whole customer group, this case included: split cases add up. */
  readonly exposureMinor: bigint;
  readonly grade: Grade;
  readonly secured: boolean;
  readonly relatedPerson: boolean;
  readonly overdueOrRestructured: boolean;
};
export type AuthorityPath = {
  /** Who decides in the end, and who would without the surcharges. */
  readonly role: string;
  readonly baseRole: string;
  readonly raisedFor: readonly ('related_person' | 'overdue_or_restructured')[];
  readonly table: string;
  readonly version: string;
  readonly row: string;
};

/**
 * Who may decide a case (handbook 3.6): exposure × grade × security give a role; related persons and overdue or restructured customers raise it by one
 * level of the ladder each. Above the top there is only the top.
 */
export function authorityPath(
  table: DecisionTable,
  ladder: readonly string[],
  { relatedPerson, overdueOrRestructured, ...input }: AuthorityCase,
): AuthorityPath {
  const result = evaluateTable(table, input);
  const hit = must(result.hits[0], 'an authority table always answers');
  const baseRole = must(hit.route, `row ${hit.row} of ${table.id} names no role`);
  const raisedFor = [
    ...(relatedPerson ? (['related_person'] as const) : []),
    ...(overdueOrRestructured ? (['overdue_or_restructured'] as const) : []),
  ];
  const role = must(ladder[Math.min(ladder.length - 1, ladder.indexOf(baseRole) + raisedFor.length)], 'the ladder is empty');
  return { role, baseRole, raisedFor, table: result.table, version: result.version, row: hit.row };
}
