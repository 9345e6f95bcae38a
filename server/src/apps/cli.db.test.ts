import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setBusinessDay } from '#platform';
import { openWorld, type World } from '#test';

type Ended = { code: number; out: string; err: string; json: () => Record<string, unknown> };
let world: World;
let folder: string;
beforeAll(async () => {
  world = await openWorld([]);
  folder = mkdtempSync(join(tmpdir(), 'tally-cli-'));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command line as a shell would, against this test's database. */
function tally(args: string, env: Record<string, string> = {}): Promise<Ended> {
  const entry = join(import.meta.dirname, '../../bin/tally.mjs');
  return new Promise((resolve) => {
    const all = { ...process.env, DATABASE_URL: world.databaseUrl, DATA_DIR: folder, SIMULATORS_PORT: '1', LOG_LEVEL: 'silent', ...env };
    execFile(process.execPath, [entry, ...args.split(' ')], { env: all }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, out, err, json: () => JSON.parse(out) as Record<string, unknown> });
    });
  });
}

// The command line does not know how tables are spread; one profile proves it.
describe.skipIf(process.env['TALLY_PROFILE'] === 'hash')('tally', () => {
  test('plans a loan as a table, or CSV; impossible terms end with 1, words that are off with 2 and, for machines, in JSON', async () => {
    const terms = 'schedule --principal 120000.00 --rate 6.00 --count 12 --start 2026-01-15';
    const [table, csv, unreal, odd, short, unknown, endless] = await Promise.all([
      tally(terms),
      tally(`${terms} --csv`),
      tally(`${terms} --method weekly --json`),
      tally(`${terms} --base 364`),
      tally('schedule --principal 1'),
      tally('schedule --guess --json'),
      tally('schedule --principal 1 --rate 6 --count 1201 --start 2026-01-15 --json'),
    ]);
    expect([table, csv, unreal, odd, short, unknown, endless].map((e) => e.code)).toEqual([0, 0, 2, 2, 2, 2, 1]);
    expect(table.out).toContain('total interest 3,935.66');
    expect(csv.out.split('\n').slice(0, 2)).toEqual([
      'no,from,due,days,principal,interest,total,balance',
      '1,2026-01-15,2026-02-15,31,9727.97,600.00,10327.97,110272.03',
    ]);
    const codes = [unreal, unknown, endless].map((e) => JSON.parse(e.err).error.code);
    expect(codes).toEqual(['schedule.option', 'usage', 'loan.number_invalid']);
  });

  test('prints the API document, applies migrations, and names what is missing on this machine', async () => {
    const migrated = await tally('migrate --json');
    const [document, doctor, unknown] = await Promise.all([tally('openapi'), tally('doctor --json'), tally('guess')]);
    expect([migrated.code, document.code, doctor.code, unknown.code]).toEqual([0, 0, 1, 2]);
    expect(migrated.json()).toEqual({ applied: [] });
    expect(document.json()['openapi']).toBe('3.1.0');
    const findings = doctor.json()['findings'] as { check: string; ok: boolean }[];
    expect(findings.find((f) => f.check === 'migrations')?.ok).toBe(true);
    expect(findings.filter((f) => !f.ok).map((f) => f.check)).toContain('outside: bureau');
  });

  test('adds staff once, with the password from the environment and a second factor that is shown once', async () => {
    const add = 'user add --login first.admin --name 测试 --roles ADMIN --json';
    const env = { TALLY_PASSWORD: 'a long pass phrase 7' };
    const made = await tally(add, env);
    const [again, silent, lost] = await Promise.all([tally(add, env), tally(add), tally(`${add} --branch XX`, env)]);
    expect([made.code, again.code, silent.code, lost.code]).toEqual([0, 1, 2, 2]);
    expect(String(made.json()['totpSecret'])).toMatch(/^[A-Z2-7]{32}$/);
    expect(JSON.parse(again.err)).toMatchObject({ error: { code: 'access.login_taken' } });
    expect(JSON.parse(silent.err)).toMatchObject({ error: { code: 'user.password' } });
    expect(JSON.parse(lost.err)).toMatchObject({ error: { code: 'user.branch' } });
  });

  test('closes the day, says how it went, and finds everything whole; a planted fault ends with 1', async () => {
    await world.rt.asSystem('test', (ctx) => setBusinessDay(ctx, '2026-03-02'));
    const run = await tally('cob run --json');
    expect([run.code, run.json()]).toMatchObject([0, { businessDate: '2026-03-02', closed: true, movedTo: '2026-03-03' }]);
    const [status, verify] = await Promise.all([tally('cob status'), tally('verify --json')]);
    expect([status.code, verify.code, verify.json()['ok']]).toEqual([0, 0, true]);
    expect(status.out).toContain('Business date 2026-03-03');
    await world.asOwner('create table access.stray (id text primary key)');
    const broken = await tally('verify');
    expect([broken.code, broken.out.includes('Something is wrong')]).toEqual([1, true]);
  });
});
