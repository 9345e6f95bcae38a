import { MONEY_MAX, RATE_PPM_MAX, Refusal } from '@tallystick/kernel';
import { expect, test } from 'vitest';
import { paidOut, terms } from '../cases/specimen.ts';
import { type LoanEvent, replay } from '../index.ts';

const base = terms();
const lent = paidOut(base);
type Fields = Readonly<Record<string, unknown>>;

/** The field a refused event is blamed for; undefined when the event is taken, or refused for what it would do. */
function blamed(fields: Fields): string | undefined {
  try {
    replay(base, [lent, { on: '2026-03-01', seq: 9, ...fields } as unknown as LoanEvent], '2026-04-01');
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'loan.event_invalid' ? error.field : undefined;
  }
}

const plan = (change: Fields): Fields => ({ kind: 'replan', arrears: 'stay', plan: change });

/** Field, what is taken, what is refused. */
const EDGES: readonly [field: string, taken: readonly Fields[], refused: readonly Fields[]][] = [
  ...['disburse', 'repay', 'capitalise', 'recover', 'refund', 'fee', 'misuse'].map((kind): [string, Fields[], Fields[]] => [
    'amountMinor',
    [
      { kind, amountMinor: 1n },
      { kind, amountMinor: MONEY_MAX },
    ],
    [
      { kind, amountMinor: 0n },
      { kind, amountMinor: MONEY_MAX + 1n },
    ],
  ]),
  [
    'amountMinor',
    [{ kind: 'settle' }, { kind: 'settle', amountMinor: 1n }, { kind: 'prepay', amountMinor: 1n, mode: 'keep_term' }],
    [
      { kind: 'settle', amountMinor: 0n },
      { kind: 'prepay', amountMinor: 0n, mode: 'keep_term' },
      { kind: 'waive', amountMinor: 0n, bucket: 'fee' },
      { kind: 'repay' },
    ],
  ],
  ['seq', [{ kind: 'accelerate', seq: 1 }], [-1, 1.5, 2 ** 53].map((seq) => ({ kind: 'accelerate', seq }))],
  ['on', [{ kind: 'accelerate', on: '2026-02-28' }], [{ kind: 'accelerate', on: '2026-02-29' }]],
  [
    'mode',
    ['keep_term', 'keep_instalment'].map((mode) => ({ kind: 'prepay', amountMinor: 1n, mode })),
    [{ kind: 'prepay', amountMinor: 1n, mode: 'shorter' }],
  ],
  [
    'bucket',
    ['fee', 'penalty', 'interest'].map((bucket) => ({ kind: 'waive', amountMinor: 1n, bucket })),
    [{ kind: 'waive', amountMinor: 1n, bucket: 'principal' }],
  ],
  [
    'order',
    [{ kind: 'repay', amountMinor: 1n, order: ['principal', 'fee', 'interest', 'penalty'] }],
    [{ kind: 'repay', amountMinor: 1n, order: ['principal'] }],
  ],
  [
    'ratePpm',
    [0n, RATE_PPM_MAX].map((ratePpm) => ({ kind: 'rate', ratePpm })),
    [-1n, RATE_PPM_MAX + 1n].map((ratePpm) => ({ kind: 'rate', ratePpm })),
  ],
  [
    'to',
    [
      { kind: 'pause', to: '2026-03-01' },
      { kind: 'misuse', amountMinor: 1n, to: '2026-03-02' },
    ],
    [
      { kind: 'pause', to: '2026-02-28' },
      { kind: 'pause', to: '2026-03-32' },
      { kind: 'misuse', amountMinor: 1n, to: '2026-03-01' },
      { kind: 'misuse', amountMinor: 1n, to: '2026-03-32' },
    ],
  ],
  [
    'periods',
    [{ kind: 'extend', periods: 1, borrower: 'company' }],
    [0, 1.5, 1_201].map((periods) => ({ kind: 'extend', periods, borrower: 'company' })),
  ],
  ['plan.count', [plan({ count: 1 }), plan({ count: 1_200 })], [plan({ count: 0 }), plan({ count: 1_201 }), plan({ count: 1.5 })]],
  ['plan.firstDue', [plan({ firstDue: '2026-03-02' })], [plan({ firstDue: '2026-03-01' }), plan({ firstDue: '2026-03-32' })]],
  [
    'plan.dueDates',
    [plan({ dueDates: ['2026-03-02', '2026-03-03'] })],
    [['2026-03-01'], ['2026-03-03', '2026-03-03'], ['2026-03-03', '2026-03-02'], ['2026-03-32']].map((dueDates) => plan({ dueDates })),
  ],
  ['plan.ratePpm', [plan({ ratePpm: 0n }), plan({ ratePpm: RATE_PPM_MAX })], [plan({ ratePpm: -1n }), plan({ ratePpm: RATE_PPM_MAX + 1n })]],
  [
    'arrears',
    ['stay', 'principal', 'capitalise'].map((arrears) => ({ kind: 'replan', plan: {}, arrears })),
    [{ kind: 'replan', plan: {}, arrears: 'forget' }],
  ],
  ['kind', [{ kind: 'charge_off' }, { kind: 'write_off' }], [{ kind: 'forget' }]],
];

test.each(EDGES.map((edge, k) => [edge[0], k, edge] as const))(
  '%s (%i): what an event may say is taken, the rest refused by name',
  (field, _k, edge) => {
    const [, taken, refused] = edge;
    expect(taken.map((event) => blamed(event))).toEqual(taken.map(() => undefined));
    expect(refused.map((event) => blamed(event))).toEqual(refused.map(() => field));
  },
);

const act = (on: string, seq: number, fields: Fields): LoanEvent => ({ on, seq, ...fields }) as unknown as LoanEvent;
const code = (events: readonly LoanEvent[], asOf = '2026-06-01'): string | undefined => {
  try {
    replay(base, [lent, ...events], asOf);
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

test('chargebacks take back a payment that stands, from its day on, and all together no more than it', () => {
  const paid = act('2026-02-15', 1, { kind: 'repay', amountMinor: 1_000_000n });
  const back = (on: string, seq: number, amountMinor: bigint): LoanEvent => act(on, seq, { kind: 'chargeback', targetSeq: 1, amountMinor });
  const undone = (seq: number, targetSeq: number): LoanEvent => act('2026-03-02', seq, { kind: 'reverse', targetSeq });
  expect(code([paid, back('2026-02-15', 2, 1_000_000n)])).toBeUndefined();
  expect(code([paid, back('2026-02-14', 2, 1n)])).toBe('loan.target_missing');
  expect(code([paid, back('2026-03-01', 2, 600_000n), back('2026-03-02', 3, 400_000n)])).toBeUndefined();
  expect(code([paid, back('2026-03-01', 2, 600_000n), back('2026-03-02', 3, 400_001n)])).toBe('loan.event_invalid');
  // One that was reversed takes nothing.
  expect(code([paid, back('2026-03-01', 2, 600_000n), back('2026-03-02', 3, 400_001n), undone(4, 2)])).toBeUndefined();
  expect(code([paid, back('2026-03-01', 2, 1n), undone(4, 1)])).toBe('loan.target_missing');
  expect(code([paid, undone(2, 1), undone(3, 1)])).toBe('loan.target_missing');
  expect(code([paid, undone(2, 1), undone(3, 2)])).toBe('loan.target_missing');
});

test('events of a day count as they were recorded, whatever the order they are handed in', () => {
  const prepay = act('2026-02-20', 1, { kind: 'prepay', amountMinor: 2_000_000n, mode: 'keep_term' });
  const rate = act('2026-02-20', 2, { kind: 'rate', ratePpm: 120_000n });
  const first = act('2026-02-10', 3, { kind: 'repay', amountMinor: 1_032_797n });
  const position = replay(base, [rate, prepay, first, lent], '2026-02-20');
  expect(position).toEqual(replay(base, [lent, first, prepay, rate], '2026-02-20'));
  expect(position.allocations.map((a) => [a.seq, a.on])).toEqual([
    [3, '2026-02-15'],
    [3, '2026-02-15'],
    [1, '2026-02-20'],
  ]);
});

test('an event before the start is refused, one on the start is not; one after the day asked for does not count', () => {
  expect(code([act('2026-01-14', 1, { kind: 'fee', amountMinor: 1n })])).toBe('loan.event_before_start');
  const fee = act('2026-01-15', 1, { kind: 'fee', amountMinor: 7n });
  expect(replay(base, [lent, fee], '2026-01-15').balances.feeMinor).toBe(7n);
  expect(replay(base, [lent, { ...fee, on: '2026-01-16' }], '2026-01-15').balances.feeMinor).toBe(0n);
});
