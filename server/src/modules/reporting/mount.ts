import { mount } from '#platform';
import { routes } from './routes.ts';

export default mount({ name: 'reporting', routes });
