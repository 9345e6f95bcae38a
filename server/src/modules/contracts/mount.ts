import { mount } from '#platform';

export default mount({ name: 'contracts' });
