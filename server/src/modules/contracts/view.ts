import { planFor } from '@tallystick/engines/loan-engine';
import type { CustomerId } from '@tallystick/kernel';
import type { z } from 'zod';
import { application, submittedForm } from '#modules/applications';
import type { Ctx } from '#platform';
import { evidenceOf } from './repo.ts';
import { mostOf, SECTIONS } from './rules.ts';
import type { zContract, zContractPage } from './schema.ts';
import { contract, leastReadingSeconds } from './service.ts';
import { allocationNames, penaltyRatePpm } from './text/cost-statement.ts';
import { readingOf } from './text/document.ts';
import { monthsOf } from './text/terms.ts';
import type { Contract, ContractId } from './types.ts';

export const contractRow = ({ terms, cost, limits, ...c }: Contract): z.output<typeof zContract> => ({
  ...c,
  amountMinor: terms.principalMinor,
  ratePpm: terms.ratePpm,
  months: monthsOf(terms),
  method: terms.method,
  limits: { ...limits, mostMinor: mostOf(limits) },
  simplePpm: cost.simplePpm,
  compoundPpm: cost.compoundPpm,
});

/** All that is read before signing, in both languages: key terms, costs, clauses, plan; and the evidence so far. */
export async function contractPage(ctx: Ctx, customerId: CustomerId, id: ContractId): Promise<z.output<typeof zContractPage>> {
  const c = await contract(ctx, customerId, id);
  const { purposeText } = submittedForm(await application(ctx, customerId, c.applicationId));
  const plan = planFor(c.terms);
  const { clauses } = readingOf(c.terms, c.cost, purposeText);
  return {
    contract: contractRow(c),
    cost: { ...c.cost, items: [...c.cost.items], otherwise: [...c.cost.otherwise] },
    plan: plan.rows.map(({ due, from: _from, ...r }) => ({ ...r, dueOn: due })),
    totalMinor: plan.totalMinor,
    penaltyPpm: penaltyRatePpm(c.terms),
    prepaymentFeePpm: c.terms.prepaymentFeePpm,
    allocation: allocationNames(c.terms),
    clauses: clauses.map((k) => ({ title: k.title, paragraphs: [...k.paragraphs] })),
    sections: [...SECTIONS],
    readingSeconds: await leastReadingSeconds(ctx),
    evidence: (await evidenceOf(ctx.tx, customerId, id)).map((e) => ({ ...e, facts: { ...e.facts } })),
  };
}
