import type { CalendarDate, CustomerId } from '@tallystick/kernel';
import type { Ctx, Tx } from '#platform';
import { availableOn } from './rules.ts';
import type { CreditLine, LineId, MovementKind, NewLine } from './types.ts';

type Row = Omit<CreditLine, 'availableMinor' | 'state' | 'frozenFor'> & {
  state: 'active' | 'frozen';
  frozenZh: string | null;
  frozenEn: string | null;
};
const COLUMNS = `customer_id as "customerId", id, branch_id as "branchId", product_code as "productCode", currency, limit_minor as "limitMinor", used_minor as "usedMinor",
  min_draw_minor as "minDrawMinor", step_minor as "stepMinor", valid_to as "validTo", state, frozen_zh as "frozenZh", frozen_en as "frozenEn",
  decision_id as "decisionId", version, opened_at as "openedAt"`;

const read = ({ frozenZh, frozenEn, ...row }: Row, today: CalendarDate): CreditLine => ({
  ...row,
  availableMinor: availableOn(row, today),
  state: row.state === 'active' && row.validTo < today ? 'expired' : row.state,
  frozenFor: frozenZh === null ? null : { zh: frozenZh, en: frozenEn ?? frozenZh },
});

export async function findLine(ctx: Ctx, customerId: CustomerId, lock = false): Promise<CreditLine | undefined> {
  const [row] = await ctx.tx.query<Row>(`select ${COLUMNS} from credit_lines.line where customer_id = $1${lock ? ' for update' : ''}`, [customerId]);
  return row && read(row, ctx.today);
}

/** Answers false when the customer has a line already. */
export async function insertLine(tx: Tx, l: NewLine, id: LineId, at: string): Promise<boolean> {
  const made = await tx.query(
    `insert into credit_lines.line (customer_id, id, branch_id, product_code, currency, limit_minor, used_minor, min_draw_minor, step_minor, valid_to, state, decision_id, version, opened_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, 0, $7, $8, $9, 'active', $10, 1, $11, $11) on conflict (customer_id) do nothing returning id`,
    [l.customerId, id, l.branchId, l.productCode, l.currency, l.limitMinor, l.minDrawMinor, l.stepMinor, l.validTo, l.decisionId, at],
  );
  return made.length === 1;
}

export async function renewLine(tx: Tx, l: NewLine, at: string): Promise<void> {
  tx.send(
    `update credit_lines.line set branch_id = $2, product_code = $3, limit_minor = $4, min_draw_minor = $5, step_minor = $6, valid_to = $7, decision_id = $8,
       version = version + 1, updated_at = $9 where customer_id = $1`,
    [l.customerId, l.branchId, l.productCode, l.limitMinor, l.minDrawMinor, l.stepMinor, l.validTo, l.decisionId, at],
  );
}

export async function useOf(tx: Tx, customerId: CustomerId, subject: string): Promise<bigint> {
  const [row] = await tx.query<{ amount: bigint }>('select amount_minor as amount from credit_lines.use where customer_id = $1 and subject = $2', [
    customerId,
    subject,
  ]);
  return row?.amount ?? 0n;
}

/** Sets what one subject uses and moves the line's sum by the difference. */
export async function writeUse(tx: Tx, customerId: CustomerId, subject: string, amount: bigint, before: bigint, at: string): Promise<void> {
  tx.send(
    `insert into credit_lines.use (customer_id, subject, amount_minor) values ($1, $2, $3)
     on conflict (customer_id, subject) do update set amount_minor = excluded.amount_minor`,
    [customerId, subject, amount],
  );
  tx.send('update credit_lines.line set used_minor = used_minor + $2, version = version + 1, updated_at = $3 where customer_id = $1', [
    customerId,
    amount - before,
    at,
  ]);
}

export async function writeState(tx: Tx, customerId: CustomerId, reason: { zh: string; en: string } | null, at: string): Promise<void> {
  tx.send('update credit_lines.line set state = $2, frozen_zh = $3, frozen_en = $4, version = version + 1, updated_at = $5 where customer_id = $1', [
    customerId,
    reason === null ? 'active' : 'frozen',
    reason?.zh ?? null,
    reason?.en ?? null,
    at,
  ]);
}

export async function addMovement(
  ctx: Ctx,
  m: { customerId: CustomerId; kind: MovementKind; subject: string; amountMinor: bigint; availableMinor: bigint },
): Promise<void> {
  ctx.tx.send(
    'insert into credit_lines.movement (customer_id, id, kind, subject, amount_minor, available_minor, actor_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [m.customerId, ctx.newId('lmov'), m.kind, m.subject, m.amountMinor, m.availableMinor, ctx.actor.id, ctx.now],
  );
}
export type Movement = { id: string; kind: MovementKind; subject: string; amountMinor: bigint; availableMinor: bigint; actorId: string; at: string };
export const movementsOf = (tx: Tx, customerId: CustomerId): Promise<Movement[]> =>
  tx.query(
    `select id, kind, subject, amount_minor as "amountMinor", available_minor as "availableMinor", actor_id as "actorId", at
     from credit_lines.movement where customer_id = $1 order by id desc limit 200`,
    [customerId],
  );

export async function listLines(
  ctx: Ctx,
  f: { branchId: string | null; state: string | null; limit: number; offset: number },
): Promise<{ items: CreditLine[]; total: number }> {
  const where = 'where ($1::text is null or branch_id = $1) and ($2::text is null or state = $2)';
  const [count] = await ctx.tx.query<{ n: number }>(`select /* batch */ count(*)::int as n from credit_lines.line ${where}`, [f.branchId, f.state]);
  const rows = await ctx.tx.query<Row>(
    `select /* batch */ ${COLUMNS} from credit_lines.line ${where} order by updated_at desc, customer_id limit $3 offset $4`,
    [f.branchId, f.state, f.limit, f.offset],
  );
  return { items: rows.map((r) => read(r, ctx.today)), total: count?.n ?? 0 };
}

/** Lines whose use is not the sum of their uses. */
export const reportWrongUse = (tx: Tx): Promise<{ customerId: string }[]> =>
  tx.query(
    `select /* batch */ l.customer_id as "customerId" from credit_lines.line l left join credit_lines.use u on u.customer_id = l.customer_id
     group by l.customer_id, l.used_minor having l.used_minor <> coalesce(sum(u.amount_minor), 0) limit 100`,
  );
