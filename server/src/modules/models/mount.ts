import { SCORECARD_REFUSALS } from '@tallystick/engines/scorecard';
import { mount } from '#platform';
import { modelRefusals } from './refusals.ts';
import { routes } from './routes.ts';
import { STATE_WORDS } from './types.ts';

export default mount({ name: 'models', routes, refusals: { ...modelRefusals, ...SCORECARD_REFUSALS }, words: { state: STATE_WORDS } });
