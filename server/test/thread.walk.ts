// The thread told as a table; run by `vitest --project walk` until it passes, then it joins the database tests (docs/ROADMAP.md).
import { afterEach, expect, test } from 'vitest';
import { scenario } from './scenario.ts';
import { threadStage } from './thread.ts';
import { faultsOf, type Open, openAll } from './whole.ts';

let open: Open | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

test('S3-07 S3-44 a merchant from first contact to settlement, three others on their own ways, and every book whole at the end', async () => {
  open = await openAll('2026-03-02');
  const stage = await threadStage(open, { wang: 21, li: 22, zhao: 23, chen: 24 });
  await scenario(
    stage,
    `
    # day              | act                                                          | expect
    # Somebody asks for a call, signs in by code, says who they are; nothing outside is asked without consent.
    2026-03-02 09:00   | lead wang                                                    | lead=new
    2026-03-02 09:10   | phone wang                                                   | lead=contacted
    2026-03-02 09:20   | join wang perfect                                            | lead=converted, grade=none
    2026-03-02 09:30   | fill wang                                                    | calls=0, profile=draft
    2026-03-02 09:40   | consent wang                                                 | limit=none
    `,
  );
  expect(await faultsOf(open.world)).toEqual([]);
}, 120_000);
