import type { QueryKind } from '../source-server.ts';
import type { World } from '../world.ts';
import { enterpriseReport } from './enterprise-report.ts';
import { personReport } from './person-report.ts';

/** What the credit bureau answers. */
export const bureauKinds = (world: World): Record<string, QueryKind> => ({
  person: { subjects: ['person'], cost: '4.00', answer: (query) => personReport(world, query) },
  enterprise: { subjects: ['enterprise'], cost: '20.00', answer: (query) => enterpriseReport(world, query) },
});
