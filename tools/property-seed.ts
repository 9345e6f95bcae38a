// The random values of property tests are the same in every run, so that a build fails for what was changed and never by luck.
// PROPERTY_SEED=fresh hunts with new ones; PROPERTY_SEED=N has those of an earlier hunt again.
import { env } from 'node:process';
import fc from 'fast-check';

const { PROPERTY_SEED = '20260101' } = env;
fc.configureGlobal({ seed: PROPERTY_SEED === 'fresh' ? Math.floor(Math.random() * 2 ** 31) : Number(PROPERTY_SEED) });
