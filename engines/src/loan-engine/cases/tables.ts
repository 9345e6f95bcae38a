import { formatMoney, fromEpochDay, must } from '@tallystick/kernel';
import { type Account, type Line, standing } from '../account/account.ts';
import { type Buckets, openTotal, type Row, totalOf } from '../account/rows.ts';
import type { EntryType } from '../account/state.ts';
import { type Case, play } from './case-file.ts';

const WORD: Readonly<Record<EntryType, string>> = {
  disbursement: 'Disbursement',
  repayment: 'Repayment',
  down_payment: 'Down Payment',
  goodwill_credit: 'Goodwill Credit',
  merchant_refund: 'Merchant Issued Refund',
  payout_refund: 'Payout Refund',
  interest_refund: 'Interest Refund',
  interest_waiver: 'Interest Payment Waiver',
  charge_adjustment: 'Charge Adjustment',
  chargeback: 'Chargeback',
  credit_refund: 'Credit Balance Refund',
  charge_waiver: 'Waive loan charges',
  charge_off: 'Charge-off',
  reage: 'Re-age',
  reamortize: 'Re-amortize',
};

/** Principal outstanding after each row, in table order; later disbursements count once they are listed. */
function balancesOf(account: Account, rows: readonly Row[]): bigint[] {
  const lent = account.taken.filter((p) => p.kind === 'disburse').sort((a, b) => a.day - b.day || a.seq - b.seq);
  let listed = 0;
  let balance = 0n;
  return rows.map((row) => {
    const upTo = row.kind === 'down' || account.product.schedule === 'cumulative' ? row.due : row.due - 1;
    const perDown = row.kind === 'down' && account.product.schedule === 'progressive';
    for (let next = lent[listed]; next !== undefined && next.day <= upTo; next = lent[listed]) {
      balance += next.minor;
      listed += 1;
      if (perDown && next.day === row.due) break;
    }
    balance -= row.asked.principal - row.credited.principal;
    return balance;
  });
}

function rowFields(row: Row, no: number, balance: bigint): Fields {
  const m = formatMoney;
  const { asked, paid, waived } = row;
  return {
    no,
    from: fromEpochDay(row.from),
    due: fromEpochDay(row.due),
    days: row.due - row.from,
    principal: m(asked.principal),
    interest: m(asked.interest),
    fees: m(asked.fee),
    penalties: m(asked.penalty),
    totalDue: m(totalOf(asked)),
    paid: m(totalOf(paid)),
    inAdvance: m(row.paidAhead),
    late: m(row.paidLate),
    waived: m(totalOf(waived)),
    outstanding: m(openTotal(row)),
    balance: m(balance),
    paidOn: row.metOn === null ? null : fromEpochDay(row.metOn),
  };
}

function entryFields(entry: Line): Fields {
  const m = formatMoney;
  const flat = ['charge_off', 'reage', 'reamortize'].includes(entry.type);
  const shown: Buckets = entry.portions;
  return {
    date: fromEpochDay(entry.posting.day),
    type: WORD[entry.type],
    amount: m(entry.minor),
    principal: m(shown.principal),
    interest: m(shown.interest),
    fees: m(shown.fee),
    penalties: m(shown.penalty),
    balance: m(flat ? 0n : entry.balance),
    reverted: entry.reverted,
    replayed: entry.replayed,
  };
}

export type Fields = Readonly<Record<string, string | number | boolean | null>>;
export type CaseResult = {
  readonly id: string;
  readonly schedule: readonly Fields[];
  readonly transactions: readonly Fields[];
  readonly loan: { readonly status: string; readonly outstanding: string; readonly overpaid: string };
};

/** What a case comes to, in the fields and words of the expected tables. */
export function resultOf(c: Case): CaseResult {
  const account = play(c);
  const { rows, entries, overpaid } = standing(account);
  const balances = balancesOf(account, rows);
  const schedule = rows.map((row, k) => rowFields(row, k + 1, must(balances[k], 'balance')));
  const outstanding = rows.reduce((total, row) => total + openTotal(row), 0n);
  const status = outstanding > 0n ? 'ACTIVE' : overpaid > 0n ? 'OVERPAID' : 'CLOSED_OBLIGATIONS_MET';
  return {
    id: c.id,
    schedule,
    transactions: entries.map(entryFields),
    loan: { status, outstanding: formatMoney(outstanding), overpaid: formatMoney(overpaid) },
  };
}
