import { POLICY_REFUSALS } from '@tallystick/engines/policy';
import { PRICING_REFUSALS } from '@tallystick/engines/pricing';
import { RATING_REFUSALS } from '@tallystick/engines/rating';
import { words } from '@tallystick/kernel';
import { mount } from '#platform';
import { productRefusals } from './refusals.ts';
import { routes } from './routes.ts';

export default mount({
  name: 'products',
  routes,
  refusals: { ...productRefusals, ...RATING_REFUSALS, ...POLICY_REFUSALS, ...PRICING_REFUSALS },
  acts: words({
    'products.version_published': ['产品版本发布', 'Product version published'],
    'products.parameters_published': ['参数发布', 'Parameters published'],
    'products.lpr_entered': ['LPR 录入', 'LPR entered'],
  }),
});
