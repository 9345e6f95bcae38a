import { POLICY_REFUSALS } from '@tallystick/engines/policy';
import { PRICING_REFUSALS } from '@tallystick/engines/pricing';
import { RATING_REFUSALS } from '@tallystick/engines/rating';
import { mount } from '#platform';
import { productRefusals } from './refusals.ts';
import { routes } from './routes.ts';

export default mount({ name: 'products', routes, refusals: { ...productRefusals, ...RATING_REFUSALS, ...POLICY_REFUSALS, ...PRICING_REFUSALS } });
