import { seedModels } from '#modules/models';
import { seedProducts } from '#modules/products';
import type { Ctx } from '#platform';

/** Reference rows every installation starts with; each step leaves what is there alone. */
const STEPS: readonly ((ctx: Ctx) => Promise<void>)[] = [seedProducts, seedModels];

export async function seedReference(ctx: Ctx): Promise<void> {
  for (const step of STEPS) await step(ctx);
}
