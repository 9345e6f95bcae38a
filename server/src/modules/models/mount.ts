import { SCORECARD_REFUSALS } from '@tallystick/engines/scorecard';
import { words } from '@tallystick/kernel';
import { mount } from '#platform';
import { modelRefusals } from './refusals.ts';
import { routes } from './routes.ts';
import { STATE_WORDS } from './types.ts';

export default mount({
  name: 'models',
  routes,
  refusals: { ...modelRefusals, ...SCORECARD_REFUSALS },
  words: { state: STATE_WORDS },
  acts: words({ 'models.put_live': ['模型上线', 'Model put live'] }),
});
