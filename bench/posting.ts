import pg from 'pg';
import { insideBench } from './inside.ts';
import { load, type Measure, percentile } from './measure.ts';

const CALLS = 600;
const CLIENTS = 16;
type Loan = { customerId: string; id: string };

/** Bare posting on the same server: lock one row, one transaction row, one journal with three lines in one statement, one state row. */
async function bare(databaseUrl: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  await pool.query('create schema if not exists bench');
  for (const table of [
    'create table if not exists bench.loan (id int primary key, balance bigint not null)',
    'create table if not exists bench.entry (id bigserial primary key, loan int not null, amount bigint not null, at timestamptz not null)',
    'create table if not exists bench.line (entry bigint not null, no int not null, account text not null, side text not null, amount bigint not null, primary key (entry, no))',
  ])
    await pool.query(table);
  await pool.query('insert into bench.loan select g, 1000000 from generate_series(1, 1000) g on conflict do nothing');
  const { perSecond } = await load(3_000, 8, async (i) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query({ name: 'lock', text: 'select balance from bench.loan where id = $1 for update', values: [1 + (i % 1000)] });
      const { rows } = await client.query({
        name: 'entry',
        text: 'insert into bench.entry (loan, amount, at) values ($1, 100, $2) returning id',
        values: [1 + (i % 1000), new Date().toISOString()],
      });
      await client.query({
        name: 'lines',
        text: `insert into bench.line values ($1, 1, '1002', 'debit', 100), ($1, 2, '1301', 'credit', 90), ($1, 3, '1133', 'credit', 10)`,
        values: [rows[0]?.id],
      });
      await client.query({ name: 'state', text: 'update bench.loan set balance = balance - 100 where id = $1', values: [1 + (i % 1000)] });
      await client.query('commit');
    } finally {
      client.release();
    }
  });
  await pool.query('drop schema bench cascade');
  await pool.end();
  return perSecond;
}

/** Signs in as the demo bank's person of that role, as a browser would. */
async function staffSession(url: string, role: string): Promise<Record<string, string>> {
  const hints = (await (await fetch(`${url}/api/sign-in/demo-hints`)).json()) as {
    items: { login: string; password: string; code: string; roles: string[] }[];
  };
  const who = hints.items.find((h) => h.roles.includes(role));
  if (!who) throw new Error(`no demo login has the role ${role}`);
  const json = { 'content-type': 'application/json' };
  const first = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ login: who.login, password: who.password }),
  });
  const { pending } = (await first.json()) as { pending: string };
  const second = await fetch(`${url}/api/sign-in/second-factor`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ pending, code: who.code }),
  });
  const cookie = second.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  const { csrf } = (await second.json()) as { csrf: string };
  return { ...json, cookie, 'x-csrf-token': csrf, 'x-side': 'staff' };
}

export async function measure(): Promise<readonly Measure[]> {
  const { rt, databaseUrl, url } = await insideBench();
  const headers = await staffSession(url, 'DISBURSEMENT');
  const listed = await fetch(`${url}/api/loans?limit=200&status=active`, { headers });
  if (!listed.ok) throw new Error(`the loans could not be listed: ${await listed.text()}`);
  const loans = ((await listed.json()) as { items: Loan[] }).items;
  const today = await rt.asSystem('bench', async (ctx) => ctx.today);
  const before = await bare(databaseUrl); // Before and after, so that what else the machine does weighs on both.
  const { ms, perSecond } = await load(CALLS, CLIENTS, async (i) => {
    const loan = loans[i % loans.length];
    const answer = await fetch(`${url}/api/customers/${loan?.customerId}/loans/${loan?.id}/repayments`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ amount: '0.10', valueOn: today, reference: crypto.randomUUID() }),
    });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`a repayment was refused: ${text}`);
  });
  const calibration = (before + (await bare(databaseUrl))) / 2;
  await rt.stop();
  const ratio = perSecond / calibration;
  return [
    {
      what: `repayment through the HTTP API, ${CLIENTS} clients`,
      measured: `${perSecond.toFixed(0)}/s, p99 ${percentile(ms, 0.99).toFixed(0)} ms`,
      calibration: `bare SQL posting, 8 clients: ${calibration.toFixed(0)}/s`,
      ratio: ratio.toFixed(2),
      goal: '≥ 0.25',
      held: ratio >= 0.25,
    },
  ];
}
