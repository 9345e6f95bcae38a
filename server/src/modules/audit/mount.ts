import { HOUSE } from '@tallystick/kernel';
import { mount } from '#platform';
import { batchWaiting } from './repo.ts';
import { routes } from './routes.ts';
import { sealAll, sealBlocks } from './seal.ts';
import { EXCEPTIONS, record, recordException } from './service.ts';
import { verifyChain } from './verify.ts';

/** Short enough that an unsealed row does not wait long for its seal, long enough that blocks are worth making. */
const SEAL_EVERY_SECONDS = 3;

export default mount({
  name: 'audit',
  routes,
  loops: [{ name: 'audit.seal', everySeconds: SEAL_EVERY_SECONDS, run: async (ctx) => void (await sealBlocks(ctx)) }],
  daily: [
    {
      name: 'audit.seal_day',
      says: { zh: '封存当日审计记录', en: "Seal the day's audit rows" },
      list: async (ctx) => ((await batchWaiting(ctx.tx)) ? [{ customerId: HOUSE, id: 'seal' }] : []),
      run: async (ctx) => void (await sealAll(ctx)),
    },
  ],
  verifies: [{ name: 'audit.chain', run: (ctx) => verifyChain(ctx) }],
  hooks: { record, refused: { codes: EXCEPTIONS, record: recordException } },
});
